(** An optimum exists wherever any choice earns something, and something is earned by every efficient enough firm. *)
From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
From Optimand Require Import Powers Model Adoption BestSales EfficientRay Link Concave Critical.
Open Scope R_scope.

Section Existence.
Variables a alpha b beta gamma omega delta E : R.
Hypothesis firm : standing a alpha b beta gamma omega delta E.
Local Notation M := (margin a alpha gamma omega E).
Local Notation M1 := (margin_slope a alpha gamma omega E).
Local Notation Pi := (reduced a alpha b beta gamma omega delta E).
Local Notation n_I := (Rpower (omega * alpha * E / (2 * Rpower a gamma)) (1 / (1 + alpha * gamma))).
(** Profit at best sales, which are none where the margin is negative. *)
Local Notation g n := (Rmax 0 (M n) ^ 2 / (4 * delta) - 6 * ray a b beta * Rpower n (k alpha beta) / E).

Lemma margin_falls_beyond n : n_I < n -> M n < M n_I.
Proof.
  intros L. assert (H0 : 0 < n_I) by apply Rpower_pos.
  destruct (derivable_mean M M1 n_I n L) as (z & Ez & Hz).
  { intros z Hz. apply (margin_derivative a alpha b beta gamma omega delta E firm). lra. }
  assert (S : M1 z < 0).
  { pose proof firm as (Ha & Hal & Hb & Hbe & Ho & Hde & HE & Hag). assert (Hz0 : 0 < z) by lra.
    assert (K : ~ z <= n_I) by lra.
    rewrite root_ge in K by pos. apply Rnot_le_lt in K. unfold margin_slope.
    set (A := Rpower a gamma) in *. assert (HA : 0 < A) by apply Rpower_pos.
    set (x := Rpower z (1 + alpha * gamma)) in *. assert (Hx : 0 < x) by apply Rpower_pos.
    assert (alpha * omega / (A * x) < 2 / E); [| lra].
    apply (Rmult_lt_reg_r (E * x / 2)); [pos |].
    replace (2 / E * (E * x / 2)) with x by (field; lra).
    replace (alpha * omega / (A * x) * (E * x / 2)) with (omega * alpha * E / (2 * A)) by (field; lra). assumption. }
  assert (0 < (n - n_I) * - M1 z) by (apply Rmult_lt_0_compat; lra). lra.
Qed.

Lemma g_continuous n : 0 < n -> continuity_pt (fun x => g x) n.
Proof.
  intros Hn. apply continuity_pt_filterlim.
  change (continuous (fun x => Rmax 0 (M x) ^ 2 / (4 * delta) - 6 * ray a b beta * Rpower x (k alpha beta) / E) n).
  assert (CM : continuous (fun x => Rmax 0 (M x)) n).
  { apply continuous_ext with (f := fun x => (M x + Rabs (M x)) / 2).
    - intros x. unfold Rmax, Rabs. destruct (Rle_dec 0 (M x)), (Rcase_abs (M x)); lra.
    - apply (continuous_mult (fun x => M x + Rabs (M x)) (fun _ => / 2)); [| apply continuous_const].
      pose proof (margin_continuous a alpha b beta gamma omega delta E firm n Hn) as C.
      apply (continuous_plus M (fun x => Rabs (M x))); [assumption |].
      apply (continuous_comp M Rabs); [assumption | apply continuous_Rabs]. }
  apply (continuous_minus (fun x => Rmax 0 (M x) ^ 2 / (4 * delta)) (fun x => 6 * ray a b beta * Rpower x (k alpha beta) / E)).
  - apply (continuous_mult (fun x => Rmax 0 (M x) ^ 2) (fun _ => / (4 * delta))); [| apply continuous_const].
    apply continuous_ext with (f := fun x => mult (Rmax 0 (M x)) (Rmax 0 (M x))).
    { intros x. unfold mult; simpl. ring. }
    apply (continuous_mult (fun x => Rmax 0 (M x)) (fun x => Rmax 0 (M x))); assumption.
  - apply (continuous_mult (fun x => 6 * ray a b beta * Rpower x (k alpha beta)) (fun _ => / E)); [| apply continuous_const].
    apply (continuous_mult (fun _ => 6 * ray a b beta) (fun x => Rpower x (k alpha beta))); [apply continuous_const |].
    apply continuous_Rpower, Hn.
Qed.

(** If any choice earns something there is an optimum. *)
Theorem optimum_exists n d t : 0 < n -> 0 < d -> 0 <= t ->
  0 < profit a alpha b beta gamma omega delta E n d t ->
  exists n' d' t', sells a alpha b beta gamma omega delta E n' d' t'.
Proof.
  intros Hn Hd Ht Hp. pose proof firm as (Ha & Hal & Hb & Hbe & Ho & Hde & HE & Hag).
  pose proof (ray_pos a b beta) as HR. pose proof (k_above_1 _ _ _ _ _ _ _ _ firm) as Hk.
  assert (Hi : 0 < n_I) by apply Rpower_pos.
  destruct (profit_below_reduced _ _ _ _ _ _ _ _ firm n d t Hn Hd Ht Hp) as (m & Hm & HMm & Hle).
  (* Every size is matched by one no larger than n_I. *)
  assert (small : forall x, 0 < x -> 0 < M x -> exists y, 0 < y <= n_I /\ 0 < M y /\ Pi x <= Pi y).
  { intros x Hx HMx. destruct (Rle_lt_dec x n_I) as [L | L]; [exists x; repeat split; lra |].
    exists n_I. pose proof (margin_falls_beyond x L) as F. split; [lra |]. split; [lra |].
    unfold reduced. assert (P : Rpower n_I (k alpha beta) < Rpower x (k alpha beta)) by (apply Rpower_increasing; lra).
    assert (M x ^ 2 <= M n_I ^ 2) by nra. unfold Rdiv.
    assert (0 < / (4 * delta)) by pos. assert (0 < / E) by pos.
    assert (M x ^ 2 * / (4 * delta) <= M n_I ^ 2 * / (4 * delta)) by (apply Rmult_le_compat_r; lra).
    assert (6 * ray a b beta * Rpower n_I (k alpha beta) * / E <= 6 * ray a b beta * Rpower x (k alpha beta) * / E).
    { apply Rmult_le_compat_r; [lra |]. apply Rmult_le_compat_l; [lra | lra]. }
    lra. }
  (* None that sells is below the size of quality 1. *)
  set (lo := Rpower (1 / a) (1 / alpha)).
  assert (Hlo : 0 < lo) by apply Rpower_pos.
  assert (large : forall x, 0 < x -> 0 < M x -> lo <= x).
  { intros x Hx HMx. pose proof (margin_quality _ _ _ _ _ _ _ _ firm x Hx HMx) as Q.
    apply root_le; try pos. left. apply (Rmult_lt_reg_l a); [assumption |]. replace (a * (1 / a)) with 1 by (field; lra). lra. }
  destruct (small m ltac:(lra) HMm) as (y & Hy & HMy & Hmy).
  pose proof (large y ltac:(lra) HMy) as Hly.
  destruct (continuity_ab_maj (fun x => g x) lo n_I ltac:(lra)) as (x & Hmax & Hx).
  { intros c Hc. apply g_continuous. lra. }
  assert (Hx0 : 0 < x) by lra.
  assert (gPi : forall z, 0 < M z -> g z = Pi z).
  { intros z Hz. unfold reduced. rewrite Rmax_right by lra. reflexivity. }
  assert (Hgx : 0 < g x).
  { apply Rlt_le_trans with (g y); [| apply Hmax; lra]. rewrite gPi by assumption. lra. }
  assert (HMx : 0 < M x).
  { destruct (Rlt_le_dec 0 (M x)) as [L | L]; [assumption | exfalso]. rewrite Rmax_left in Hgx by assumption.
    assert (0 < 6 * ray a b beta * Rpower x (k alpha beta) / E) by (pose proof (Rpower_pos x (k alpha beta)); pos).
    replace (0 ^ 2 / (4 * delta)) with 0 in Hgx by (field; lra). lra. }
  exists x, (ray a b beta * Rpower x (k alpha beta - 1)), (M x / (2 * delta)).
  assert (HPx : profit a alpha b beta gamma omega delta E x (ray a b beta * Rpower x (k alpha beta - 1)) (M x / (2 * delta)) = Pi x)
    by (apply profit_on_ray; assumption).
  split; [| rewrite HPx, <- gPi; assumption].
  split; [assumption |]. split; [apply Rmult_lt_0_compat; apply Rpower_pos |]. split; [left; pos |].
  intros n' d' t' Hn' Hd' Ht'. rewrite HPx.
  destruct (Rlt_le_dec 0 (profit a alpha b beta gamma omega delta E n' d' t')) as [L | L]; [| rewrite <- gPi by assumption; lra].
  destruct (profit_below_reduced _ _ _ _ _ _ _ _ firm n' d' t' Hn' Hd' Ht' L) as (z & Hz & HMz & Hlz).
  destruct (small z ltac:(lra) HMz) as (u & Hu & HMu & Hzu).
  pose proof (large u ltac:(lra) HMu) as Hlu.
  pose proof (Hmax u ltac:(lra)) as Hgu. rewrite !gPi in Hgu by assumption. lra.
Qed.

End Existence.

(** Any firm that is efficient enough is in business, whatever the other parameters: nothing said of optima is vacuous. *)
Theorem sells_eventually a alpha b beta gamma omega delta :
  0 < a -> 0 < alpha -> 0 < b -> 0 < beta -> 0 < omega -> 0 < delta -> 0 < 1 + alpha * gamma ->
  exists E0, 0 < E0 /\ forall E, E0 <= E -> exists n d t, sells a alpha b beta gamma omega delta E n d t.
Proof.
  intros Ha Hal Hb Hbe Ho Hde Hag.
  set (n := Rpower (2 / a) (1 / alpha)). assert (Hn : 0 < n) by apply Rpower_pos.
  assert (Hq : a * Rpower n alpha = 2).
  { unfold n. rewrite Rpower_mult. replace (1 / alpha * alpha) with 1 by (field; lra). rewrite Rpower_1 by pos. field. lra. }
  set (f := deformed_log 2 gamma). assert (Hf : 0 < f) by (apply deformed_log_pos; lra).
  set (r := ray a b beta * Rpower n (k alpha beta)).
  assert (Hr : 0 < r) by (unfold r, ray; pos).
  exists (Rmax (4 * n / (omega * f)) (192 * delta * r / (omega * f) ^ 2)).
  assert (Hof : 0 < omega * f) by pos. assert (Hof2 : 0 < (omega * f) ^ 2) by pos.
  split; [apply Rlt_le_trans with (2 := Rmax_l _ _); pos |]. intros E HE.
  pose proof (Rle_trans _ _ _ (Rmax_l _ _) HE) as H1. pose proof (Rle_trans _ _ _ (Rmax_r _ _) HE) as H2.
  assert (HE0 : 0 < E) by (apply Rlt_le_trans with (2 := H1); pos).
  assert (F : standing a alpha b beta gamma omega delta E) by (repeat split; assumption).
  assert (HM : omega * f / 2 <= margin a alpha gamma omega E n).
  { unfold margin. rewrite Hq. fold f. assert (2 * n / E <= omega * f / 2); [| lra].
    apply (Rmult_le_reg_r (2 * E / (omega * f))); [pos |].
    replace (2 * n / E * (2 * E / (omega * f))) with (4 * n / (omega * f)) by (field; repeat split; apply Rgt_not_eq; pos).
    replace (omega * f / 2 * (2 * E / (omega * f))) with E by (field; repeat split; apply Rgt_not_eq; pos). assumption. }
  assert (HM0 : 0 < margin a alpha gamma omega E n) by lra.
  apply (optimum_exists a alpha b beta gamma omega delta E F n (ray a b beta * Rpower n (k alpha beta - 1))
    (margin a alpha gamma omega E n / (2 * delta))); [assumption | unfold ray; pos | left; pos |].
  rewrite profit_on_ray by assumption. unfold reduced.
  assert (H3 : (omega * f) ^ 2 / 4 <= margin a alpha gamma omega E n ^ 2) by nra.
  assert (H4 : 6 * r / E <= (omega * f) ^ 2 / (32 * delta)).
  { apply (Rmult_le_reg_r (32 * delta * E / (omega * f) ^ 2)); [pos |].
    replace (6 * r / E * (32 * delta * E / (omega * f) ^ 2)) with (192 * delta * r / (omega * f) ^ 2) by (field; repeat split; apply Rgt_not_eq; pos).
    replace ((omega * f) ^ 2 / (32 * delta) * (32 * delta * E / (omega * f) ^ 2)) with E by (field; repeat split; apply Rgt_not_eq; pos).
    assumption. }
  replace (6 * ray a b beta * Rpower n (k alpha beta) / E) with (6 * r / E) by (unfold r, Rdiv; ring).
  assert (H5 : (omega * f) ^ 2 / 4 / (4 * delta) <= margin a alpha gamma omega E n ^ 2 / (4 * delta)).
  { unfold Rdiv. apply Rmult_le_compat_r; [left; pos | exact H3]. }
  replace ((omega * f) ^ 2 / 4 / (4 * delta)) with (2 * ((omega * f) ^ 2 / (32 * delta))) in H5 by (field; lra).
  assert (0 < (omega * f) ^ 2 / (32 * delta)) by pos. lra.
Qed.

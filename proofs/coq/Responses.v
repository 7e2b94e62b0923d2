(** Responses to data and parameter efficiency, as comparisons of two firms at their optima: d* rises with a; where spend rises with b. *)
From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
From Optimand Require Import Powers Model Adoption BestSales EfficientRay Link Concave Critical Elasticity Statics.
Open Scope R_scope.

(** Marginal revenue per proportional increase of size, in terms of quality. *)
Lemma slope_in_quality a alpha gamma omega E n : 0 < a -> 0 < alpha -> 0 < n ->
  n * margin_slope a alpha gamma omega E n = alpha * omega * Rpower (a * Rpower n alpha) (- gamma) - 2 * n / E.
Proof.
  intros Ha Hal Hn. unfold margin_slope.
  assert (K : n * (1 / (Rpower a gamma * Rpower n (1 + alpha * gamma))) = Rpower (a * Rpower n alpha) (- gamma)).
  { apply ln_inv; [pos | pos |]. ln_out. ring. }
  rewrite <- K. unfold Rdiv. ring.
Qed.

(** The first-order condition per proportional increase. *)
Lemma condition_in_cost a alpha b beta delta E n d : 0 < n -> 0 < E -> d = ray a b beta * Rpower n (k alpha beta - 1) ->
  n * (12 * delta * k alpha beta * ray a b beta * Rpower n (k alpha beta - 1) / E) = 12 * delta * k alpha beta * (n * d) / E.
Proof. intros Hn HE ->. field. lra. Qed.

(** Of two firms alike but in a, the one with more of it trains on more data. *)
Theorem data_rises_with_a a a' alpha b beta gamma omega delta E n d t n' d' t' :
  standing a alpha b beta gamma omega delta E -> standing a' alpha b beta gamma omega delta E -> a < a' ->
  sells a alpha b beta gamma omega delta E n d t -> sells a' alpha b beta gamma omega delta E n' d' t' ->
  d < d'.
Proof.
  intros F F' La S S'.
  destruct (link _ _ _ _ _ _ _ _ F _ _ _ S) as (Hq & Hd & _ & Hc & _).
  destruct (link _ _ _ _ _ _ _ _ F' _ _ _ S') as (Hq' & Hd' & _ & Hc' & HP').
  pose proof (margin_still_rises _ _ _ _ _ _ _ _ F n Hc) as HM1.
  pose proof (k_above_1 _ _ _ _ _ _ _ _ F) as Hk.
  assert (HD : 0 < d) by apply S. assert (HD' : 0 < d') by apply S'.
  destruct Hc as (Hn & HM & Heq).
  pose proof F as (Ha & Hal & Hb & Hbe & Ho & Hde & HE & Hag). assert (Ha' : 0 < a') by lra.
  (* The size at which the second firm has the first one's quality, and so its data. *)
  set (m := Rpower (b * Rpower d beta / a') (1 / alpha)).
  assert (Hm : 0 < m) by apply Rpower_pos.
  assert (Qm : a' * Rpower m alpha = b * Rpower d beta).
  { unfold m. apply ln_inv; [pos | pos |]. ln_out. field. lra. }
  assert (Dm : d = ray a' b beta * Rpower m (k alpha beta - 1)) by (apply (ray_data _ _ _ _ _ _ _ _ F'); assumption).
  assert (Lm : m < n).
  { apply ln_lt_iff; try assumption. apply (Rmult_lt_reg_l alpha); [assumption |].
    apply (f_equal ln) in Qm. apply (f_equal ln) in Hq. rewrite !ln_mult, !ln_Rpower in Qm, Hq by pos.
    pose proof (ln_increasing a a' Ha La). lra. }
  assert (Hinv : 0 < / E) by (apply Rinv_0_lt_compat; assumption).
  assert (L2 : 2 * m / E < 2 * n / E) by (unfold Rdiv; nra).
  assert (LM : margin a alpha gamma omega E n < margin a' alpha gamma omega E m).
  { unfold margin. rewrite Qm, <- Hq. lra. }
  assert (LS : n * margin_slope a alpha gamma omega E n < m * margin_slope a' alpha gamma omega E m).
  { rewrite !slope_in_quality by assumption. rewrite Qm, <- Hq. lra. }
  assert (Lmn : m < n').
  { apply (larger_model_pays a' alpha b beta gamma omega delta E F' m n' Hc'); [| assumption | lra |].
    - rewrite <- HP'. left. apply S'.
    - apply (Rmult_lt_reg_l m); [assumption |].
      rewrite (condition_in_cost a' alpha b beta delta E m d Hm HE Dm).
      apply (f_equal (Rmult n)) in Heq. rewrite (condition_in_cost a alpha b beta delta E n d Hn HE Hd) in Heq.
      set (s := n * margin_slope a alpha gamma omega E n) in *. set (s' := m * margin_slope a' alpha gamma omega E m) in *.
      assert (Hs : 0 < s) by (unfold s; pos).
      replace (m * (margin a' alpha gamma omega E m * margin_slope a' alpha gamma omega E m))
        with (margin a' alpha gamma omega E m * s') by (unfold s'; ring).
      apply Rlt_trans with (12 * delta * k alpha beta * (n * d) / E).
      + unfold Rdiv. apply Rmult_lt_compat_r; [assumption |]. apply Rmult_lt_compat_l; [| nra].
        repeat apply Rmult_lt_0_compat; lra.
      + rewrite <- Heq. replace (n * (margin a alpha gamma omega E n * margin_slope a alpha gamma omega E n))
          with (margin a alpha gamma omega E n * s) by (unfold s; ring). nra. }
  rewrite Hd', Dm. apply data_with_size; try assumption. lra.
Qed.

(** Training spend at an optimum, written without b: what the last model size earned, k times over. *)
Lemma spend_by_margin a alpha b beta gamma omega delta E n d t :
  standing a alpha b beta gamma omega delta E -> sells a alpha b beta gamma omega delta E n d t ->
  2 * delta * k alpha beta * (6 * n * d / E) = n * (margin a alpha gamma omega E n * margin_slope a alpha gamma omega E n).
Proof.
  intros F S. destruct (at_optimum _ _ _ _ _ _ _ _ _ _ _ F S) as ((Hn & _ & Heq) & Hd & _).
  rewrite Heq, Hd. destruct F as (_ & _ & _ & _ & _ & _ & HE & _). field. lra.
Qed.

Section Spend.
Variables a alpha b b' beta gamma omega delta E n d t n' d' t' : R.
Hypothesis F : standing a alpha b beta gamma omega delta E.
Hypothesis F' : standing a alpha b' beta gamma omega delta E.
Hypothesis Lb : b < b'.
Hypothesis S : sells a alpha b beta gamma omega delta E n d t.
Hypothesis S' : sells a alpha b' beta gamma omega delta E n' d' t'.
Local Notation M := (margin a alpha gamma omega E).
Local Notation M1 := (margin_slope a alpha gamma omega E).
(** The elasticity of n M M' in n. *)
Local Notation e x := (1 + x * M1 x / M x - (1 + alpha * gamma) * (1 + 2 / E / M1 x)).

Lemma slope_falls x y : 0 < x < y -> M1 y < M1 x.
Proof.
  intros [Hx Hxy]. unfold margin_slope. destruct F as (Ha & Hal & Hb & Hbe & Ho & Hde & HE & Hag).
  pose proof (Rpower_increasing x y (1 + alpha * gamma) ltac:(lra) Hag) as P.
  pose proof (Rpower_pos a gamma). pose proof (Rpower_pos x (1 + alpha * gamma)). pose proof (Rpower_pos y (1 + alpha * gamma)).
  assert (/ (Rpower a gamma * Rpower y (1 + alpha * gamma)) < / (Rpower a gamma * Rpower x (1 + alpha * gamma))).
  { apply Rinv_lt_contravar; [pos | nra]. }
  assert (0 < alpha * omega) by pos. unfold Rdiv. nra.
Qed.

Lemma between x : n <= x <= n' -> 0 < x /\ 0 < M x /\ 0 < M1 x.
Proof.
  intros [L1 L2]. destruct (at_optimum _ _ _ _ _ _ _ _ _ _ _ F S) as (Hc & _ & _).
  destruct (at_optimum _ _ _ _ _ _ _ _ _ _ _ F' S') as (Hc' & _ & _).
  pose proof (margin_still_rises _ _ _ _ _ _ _ _ F' n' Hc') as K. destruct Hc as (Hn & HM & _).
  assert (P : forall y, n <= y <= n' -> 0 < M1 y).
  { intros y Hy. destruct (Req_dec y n') as [-> | Hne]; [assumption |].
    pose proof (slope_falls y n' ltac:(lra)). lra. }
  split; [lra |]. split; [| apply P; lra].
  destruct (Req_dec x n) as [-> | Hne]; [assumption |].
  destruct (derivable_mean M M1 n x ltac:(lra)) as (z & Ez & Hz).
  { intros z Hz. apply (margin_derivative a alpha b beta gamma omega delta E F). lra. }
  pose proof (P z ltac:(lra)). nra.
Qed.

Lemma elasticity_falls x y : n <= x < y -> y <= n' -> e y < e x.
Proof.
  intros Hxy Hy. destruct (between x ltac:(lra)) as (Hx & Mx & M1x). destruct (between y ltac:(lra)) as (Hy0 & My & M1y).
  pose proof (margin_elasticity_falls a alpha b beta gamma omega delta E F x y ltac:(lra) Mx My) as W.
  pose proof (slope_falls x y ltac:(lra)) as V. destruct F as (Ha & Hal & Hb & Hbe & Ho & Hde & HE & Hag).
  assert (I : / M1 x < / M1 y) by (apply Rinv_lt_contravar; [pos | assumption]).
  assert (0 < 2 / E) by pos. set (c := 2 / E) in *. unfold Rdiv in *. set (p := 1 + alpha * gamma) in *.
  assert (c * / M1 x < c * / M1 y) by nra. nra.
Qed.

(** Its change between the two sizes, by the mean value theorem. *)
Lemma gain_between : n < n' -> exists z, n < z < n' /\
  ln (n' * (M n' * M1 n')) - ln (n * (M n * M1 n)) = e z / z * (n' - n).
Proof.
  intros L. set (G x := ln x + ln (M x) + ln (M1 x)).
  assert (EG : forall x, n <= x <= n' -> ln (x * (M x * M1 x)) = G x).
  { intros x Hx. destruct (between x Hx) as (H1 & H2 & H3). unfold G. rewrite !ln_mult by pos. ring. }
  destruct (derivable_mean G (fun x => e x / x) n n' L) as (z & Ez & Hz).
  - intros z Hz. destruct (between z Hz) as (H1 & H2 & H3). pose proof F as (Ha & Hal & Hb & Hbe & Ho & Hde & HE & Hag).
    pose proof (margin_derivative a alpha b beta gamma omega delta E F z H1) as D.
    assert (D1 : is_derive M1 z (- (1 + alpha * gamma) * (M1 z + 2 / E) / z)).
    { assert (P : is_derive (fun x => alpha * omega / Rpower a gamma * Rpower x (- (1 + alpha * gamma)) - 2 / E) z
          (alpha * omega / Rpower a gamma * (- (1 + alpha * gamma) * Rpower z (- (1 + alpha * gamma) - 1)) - 0)).
      { apply (is_derive_minus (fun x => alpha * omega / Rpower a gamma * Rpower x (- (1 + alpha * gamma))) (fun _ => 2 / E)).
        - apply (is_derive_scal (fun x => Rpower x (- (1 + alpha * gamma)))). apply is_derive_Rpower. assumption.
        - apply @is_derive_const. }
      pose proof (Rpower_pos a gamma) as PA.
      assert (Inv : forall x, Rpower x (- (1 + alpha * gamma)) = / Rpower x (1 + alpha * gamma)) by (intros; apply Rpower_Ropp).
      apply (is_derive_ext_loc (fun x => alpha * omega / Rpower a gamma * Rpower x (- (1 + alpha * gamma)) - 2 / E)).
      - exists (mkposreal 1 Rlt_0_1). intros x _. rewrite Inv. unfold margin_slope. pose proof (Rpower_pos x (1 + alpha * gamma)). change (@eq R (alpha * omega / Rpower a gamma * / Rpower x (1 + alpha * gamma) - 2 / E) (alpha * omega / (Rpower a gamma * Rpower x (1 + alpha * gamma)) - 2 / E)). field. repeat split; lra.
      - refine (derive_value _ _ _ _ P _). unfold margin_slope.
        assert (Z : Rpower z (- (1 + alpha * gamma) - 1) = / Rpower z (1 + alpha * gamma) / z).
        { apply ln_inv; [pos | pos |]. ln_out. ring. }
        rewrite Z. pose proof (Rpower_pos z (1 + alpha * gamma)). field. repeat split; lra. }
    assert (L0 : is_derive ln z (/ z)) by (apply is_derive_Reals, derivable_pt_lim_ln; assumption).
    assert (L1 : is_derive (fun x => ln (M x)) z (M1 z * / M z)).
    { apply (is_derive_comp ln M z (/ M z) (M1 z)); [apply is_derive_Reals, derivable_pt_lim_ln; assumption | exact D]. }
    assert (L2 : is_derive (fun x => ln (M1 x)) z ((- (1 + alpha * gamma) * (M1 z + 2 / E) / z) * / M1 z)).
    { apply (is_derive_comp ln M1 z (/ M1 z) (- (1 + alpha * gamma) * (M1 z + 2 / E) / z)); [apply is_derive_Reals, derivable_pt_lim_ln; assumption | exact D1]. }
    refine (derive_value G z _ _ (is_derive_plus (fun x => ln x + ln (M x)) (fun x => ln (M1 x)) z _ _ (is_derive_plus ln (fun x => ln (M x)) z _ _ L0 L1) L2) _).
    change (/ z + M1 z * / M z + (- (1 + alpha * gamma) * (M1 z + 2 / E) / z) * / M1 z = e z / z). field. repeat split; lra.
  - exists z. split; [lra |]. rewrite !EG by lra. exact Ez.
Qed.

(** The condition is the one of the ledger: w against v, at one of the two optima. *)
Theorem spend_rises_with_b :
  alpha * gamma * inference_share a alpha b' beta gamma omega delta E n' + alpha * gamma + inference_share a alpha b' beta gamma omega delta E n'
    <= margin_elasticity a alpha gamma omega E n' ->
  6 * n * d / E < 6 * n' * d' / E.
Proof.
  intros H. pose proof (optimum_rises_with_b _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ F F' Lb S S') as L.
  destruct (gain_between L) as (z & Hz & Ez).
  destruct (at_optimum _ _ _ _ _ _ _ _ _ _ _ F' S') as (Hc' & _ & _).
  assert (P' : 0 <= e n').
  { rewrite (share_as_slope a alpha b' beta gamma omega delta E F' n' Hc') in H. unfold margin_elasticity in H. lra. }
  pose proof (elasticity_falls z n' ltac:(lra) ltac:(lra)) as P.
  destruct (between z ltac:(lra)) as (Hz0 & _). destruct (between n ltac:(lra)) as (H1 & H2 & H3). destruct (between n' ltac:(lra)) as (H4 & H5 & H6).
  assert (K : n * (M n * M1 n) < n' * (M n' * M1 n')).
  { apply ln_lt_iff; try pos. assert (0 < e z / z * (n' - n)).
    { apply Rmult_lt_0_compat; [apply Rdiv_lt_0_compat; lra | lra]. } lra. }
  rewrite <- (spend_by_margin _ _ _ _ _ _ _ _ _ _ _ F S), <- (spend_by_margin _ _ _ _ _ _ _ _ _ _ _ F' S') in K.
  pose proof (k_above_1 _ _ _ _ _ _ _ _ F). destruct F as (_ & _ & _ & _ & _ & Hde & _).
  apply (Rmult_lt_reg_l (2 * delta * k alpha beta)); [apply Rmult_lt_0_compat; lra | exact K].
Qed.

Theorem spend_falls_with_b :
  margin_elasticity a alpha gamma omega E n <=
    alpha * gamma * inference_share a alpha b beta gamma omega delta E n + alpha * gamma + inference_share a alpha b beta gamma omega delta E n ->
  6 * n' * d' / E < 6 * n * d / E.
Proof.
  intros H. pose proof (optimum_rises_with_b _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ F F' Lb S S') as L.
  destruct (gain_between L) as (z & Hz & Ez).
  destruct (at_optimum _ _ _ _ _ _ _ _ _ _ _ F S) as (Hc & _ & _).
  assert (P' : e n <= 0).
  { rewrite (share_as_slope a alpha b beta gamma omega delta E F n Hc) in H. unfold margin_elasticity in H. lra. }
  pose proof (elasticity_falls n z ltac:(lra) ltac:(lra)) as P.
  destruct (between z ltac:(lra)) as (Hz0 & _). destruct (between n ltac:(lra)) as (H1 & H2 & H3). destruct (between n' ltac:(lra)) as (H4 & H5 & H6).
  assert (K : n' * (M n' * M1 n') < n * (M n * M1 n)).
  { apply ln_lt_iff; try pos. set (c := e z) in *. assert (Hz1 : 0 < / z) by pos.
    assert (N : 0 < - c * / z) by (apply Rmult_lt_0_compat; lra).
    assert (0 < - c * / z * (n' - n)) by (apply Rmult_lt_0_compat; lra). unfold Rdiv in Ez. lra. }
  rewrite <- (spend_by_margin _ _ _ _ _ _ _ _ _ _ _ F S), <- (spend_by_margin _ _ _ _ _ _ _ _ _ _ _ F' S') in K.
  pose proof (k_above_1 _ _ _ _ _ _ _ _ F). destruct F as (_ & _ & _ & _ & _ & Hde & _).
  apply (Rmult_lt_reg_l (2 * delta * k alpha beta)); [apply Rmult_lt_0_compat; lra | exact K].
Qed.

End Spend.

(** A firm with alpha = beta = 1/2, gamma = -1, a = 1, omega = 1, E = 40 and delta = 1, at a size whose root is s. *)
Section Witness.
Variables s : R.
Hypothesis Hs : 1 < s.
Let m := s - 1 - s ^ 2 / 20.
Let m1 := / (2 * s) - / 20.
Hypothesis Hm : 0 < m.
Hypothesis Hm1 : 0 < m1.
Hypothesis earns : s ^ 2 * m1 < m.
Definition witness_ray : R := m * m1 * 40 / (24 * s ^ 2).
Definition witness_b : R := Rpower witness_ray (- (1 / 2)).

Lemma witness_sells : exists d t, sells 1 (1 / 2) witness_b (1 / 2) (- (1)) 1 1 40 (s ^ 2) d t /\
  6 * s ^ 2 * d / 40 = s ^ 2 * m * m1 / 4.
Proof.
  assert (Hr : 0 < witness_ray) by (unfold witness_ray; assert (0 < s ^ 2) by (apply pow2_pos; lra); pos).
  assert (Hb : 0 < witness_b) by apply Rpower_pos.
  assert (Er : ray 1 witness_b (1 / 2) = witness_ray).
  { unfold ray, witness_b. apply ln_inv; [pos | assumption |]. ln_out. field. }
  assert (Ek : k (1 / 2) (1 / 2) = 2) by (unfold k; field).
  assert (Hn : 0 < s ^ 2) by (apply pow2_pos; lra).
  assert (Root : Rpower (s ^ 2) (1 / 2) = s) by (apply ln_inv; [pos | lra |]; ln_out; field).
  assert (P1 : Rpower (s ^ 2) (2 - 1) = s ^ 2) by (replace (2 - 1) with 1 by ring; apply Rpower_1; assumption).
  assert (P2 : Rpower (s ^ 2) 2 = s ^ 2 * s ^ 2).
  { transitivity (Rpower (s ^ 2) (1 + 1)); [f_equal; ring | rewrite Rpower_plus, !Rpower_1 by assumption; reflexivity]. }
  assert (EM : margin 1 (1 / 2) (- (1)) 1 40 (s ^ 2) = m).
  { unfold margin. rewrite deformed_log_not_0 by lra. rewrite Root, Ropp_involutive, Rmult_1_l, Rpower_1 by lra. unfold m. field. }
  assert (EM1 : margin_slope 1 (1 / 2) (- (1)) 1 40 (s ^ 2) = m1).
  { unfold margin_slope. replace (1 + 1 / 2 * - (1)) with (1 / 2) by field. rewrite Root, Rpower_1_l. unfold m1. field. lra. }
  assert (firm : standing 1 (1 / 2) witness_b (1 / 2) (- (1)) 1 1 40) by (repeat split; lra).
  assert (Crit : critical 1 (1 / 2) witness_b (1 / 2) (- (1)) 1 1 40 (s ^ 2)).
  { split; [assumption |]. rewrite EM, EM1, Er, Ek, P1. split; [assumption |]. unfold witness_ray. field. lra. }
  assert (Earn : 0 < reduced 1 (1 / 2) witness_b (1 / 2) (- (1)) 1 1 40 (s ^ 2)).
  { unfold reduced. rewrite EM, Er, Ek, P2. unfold witness_ray.
    replace (m ^ 2 / (4 * 1) - 6 * (m * m1 * 40 / (24 * s ^ 2)) * (s ^ 2 * s ^ 2) / 40)
      with (m / 4 * (m - s ^ 2 * m1)) by (field; lra).
    apply Rmult_lt_0_compat; lra. }
  pose proof (critical_is_optimum _ _ _ _ _ _ _ _ firm _ Crit (Rlt_le _ _ Earn)) as O.
  rewrite <- (profit_on_ray _ _ _ _ _ _ _ _ firm _ Hn (proj1 (proj2 Crit))) in Earn.
  eexists. eexists. split; [exact (conj O Earn) |]. rewrite Er, Ek, P1. unfold witness_ray. field. lra.
Qed.
End Witness.

(** Spend can fall with b: here a firm that uses data better builds a larger model and trains it for less. *)
Theorem spend_can_fall_with_b : exists a alpha b b' beta gamma omega delta E n d t n' d' t',
  standing a alpha b beta gamma omega delta E /\ standing a alpha b' beta gamma omega delta E /\ b < b' /\
  sells a alpha b beta gamma omega delta E n d t /\ sells a alpha b' beta gamma omega delta E n' d' t' /\
  6 * n' * d' / E < 6 * n * d / E.
Proof.
  destruct (witness_sells 8) as (d & t & S & C); [lra | lra | lra | lra |].
  destruct (witness_sells 9) as (d' & t' & S' & C'); [lra | lra | lra | lra |].
  exists 1, (1 / 2), (witness_b 8), (witness_b 9), (1 / 2), (- (1)), 1, 1, 40, (8 ^ 2), d, t, (9 ^ 2), d', t'.
  assert (Hb : forall s, 0 < witness_b s) by (intros; apply Rpower_pos).
  split; [repeat split; try lra; apply Hb |]. split; [repeat split; try lra; apply Hb |]. split.
  - unfold witness_b, witness_ray. apply Rpower_decreasing; lra.
  - split; [exact S | split; [exact S' |]]. rewrite C, C'. lra.
Qed.

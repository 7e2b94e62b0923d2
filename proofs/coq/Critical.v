(** What follows from the reduced first-order condition: the bound on size, uniqueness, and how critical points compare. *)
From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
From Optimand Require Import Powers Model Adoption BestSales EfficientRay Link Concave.
Open Scope R_scope.

Lemma margin_net a alpha gamma omega E n : margin a alpha gamma omega E n = net a alpha gamma omega (2 / E) n.
Proof. unfold margin, net, Rdiv. ring. Qed.

Section Critical.
Variables a alpha b beta gamma omega delta E : R.
Hypothesis firm : standing a alpha b beta gamma omega delta E.
Local Notation M := (margin a alpha gamma omega E).
Local Notation M1 := (margin_slope a alpha gamma omega E).
Local Notation R0 := (ray a b beta).
Local Notation k0 := (k alpha beta).
Local Notation Pi := (reduced a alpha b beta gamma omega delta E).
Local Notation crit := (critical a alpha b beta gamma omega delta E).
Local Notation w n := (n * M1 n / M n).

Lemma training_pos n : 0 < 12 * delta * k0 * R0 * Rpower n (k0 - 1) / E.
Proof.
  destruct firm as (Ha & Hal & Hb & Hbe & Ho & Hde & HE & _). pose proof (k_above_1 _ _ _ _ _ _ _ _ firm).
  pose proof (ray_pos a b beta). repeat first [apply Rdiv_lt_0_compat | apply Rmult_lt_0_compat | apply Rpower_pos | lra].
Qed.

(** At a critical point a larger model would still earn a larger margin: only training holds it back. *)
Theorem margin_still_rises n : crit n -> 0 < M1 n.
Proof.
  intros (Hn & HM & Hc). pose proof (training_pos n) as T. rewrite <- Hc in T.
  apply (Rmult_lt_reg_l (M n)); [assumption |]. lra.
Qed.

Lemma slope_split n : 0 < n -> alpha * omega / (Rpower a gamma * Rpower n (1 + alpha * gamma)) = 2 / E + M1 n.
Proof. intros. unfold margin_slope. ring. Qed.

(** n < n_I, with its constant and for every E. *)
Theorem size_below n : crit n ->
  n < Rpower (omega * alpha * E / (2 * Rpower a gamma)) (1 / (1 + alpha * gamma)).
Proof.
  intros Hc. pose proof (margin_still_rises n Hc) as HM1. destruct Hc as (Hn & _ & _).
  destruct firm as (Ha & Hal & Hb & Hbe & Ho & Hde & HE & Hag).
  apply root_lt; try pos. pose proof (slope_split n Hn) as S.
  set (A := Rpower a gamma) in *. assert (HA : 0 < A) by apply Rpower_pos.
  set (x := Rpower n (1 + alpha * gamma)) in *. assert (Hx : 0 < x) by apply Rpower_pos.
  assert (K : 2 / E < alpha * omega / (A * x)) by lra.
  apply (Rmult_lt_compat_r (E * x / 2)) in K; [| pos].
  replace (2 / E * (E * x / 2)) with x in K by (field; lra).
  replace (alpha * omega / (A * x) * (E * x / 2)) with (omega * alpha * E / (2 * A)) in K by (field; lra). assumption.
Qed.

Lemma margin_slope_quotient n : crit n ->
  M1 n = 2 / E * (3 * k0 * (R0 * Rpower n (k0 - 1)) / (M n / (2 * delta))).
Proof.
  intros (Hn & HM & Hc). destruct firm as (Ha & Hal & Hb & Hbe & Ho & Hde & HE & Hag).
  apply (Rmult_eq_reg_l (M n)); [| lra]. rewrite Hc. field. lra.
Qed.

(** Marginal revenue pays for inference, 2/E, and 3kd/t times as much for training. *)
Theorem marginal_revenue n : crit n ->
  alpha * omega / (Rpower a gamma * Rpower n (1 + alpha * gamma)) =
  2 / E * (1 + 3 * k0 * (R0 * Rpower n (k0 - 1)) / (M n / (2 * delta))).
Proof.
  intros Hc. rewrite slope_split by apply Hc. rewrite (margin_slope_quotient n Hc) at 1. ring.
Qed.

(** How far below, exactly. *)
Theorem size_identity n : crit n ->
  n = Rpower (omega * alpha * E / (2 * Rpower a gamma)) (1 / (1 + alpha * gamma)) *
      Rpower (1 + 3 * k0 * (R0 * Rpower n (k0 - 1)) / (M n / (2 * delta))) (- 1 / (1 + alpha * gamma)).
Proof.
  intros Hc. pose proof (marginal_revenue n Hc) as S. destruct Hc as (Hn & HM & Hc).
  destruct firm as (Ha & Hal & Hb & Hbe & Ho & Hde & HE & Hag).
  set (y := 1 + 3 * k0 * (R0 * Rpower n (k0 - 1)) / (M n / (2 * delta))) in *.
  assert (Hy : 0 < y).
  { assert (0 < 2 / E * y) by (rewrite <- S; pos). apply (Rmult_lt_reg_l (2 / E)); [pos | lra]. }
  apply (f_equal ln) in S. rewrite !ln_div, !ln_mult, !ln_div, !ln_Rpower in S by pos.
  apply ln_inv; try pos. ln_out.
  apply (Rmult_eq_reg_l (1 + alpha * gamma)); [| lra]. field_simplify; [| lra ..]. lra.
Qed.

(** Non-negative profit says that the elasticity of the margin is at most k/2. *)
Lemma elasticity_at_critical n : crit n ->
  n * M1 n * M n = k0 / 2 * (24 * delta * R0 * Rpower n k0 / E).
Proof.
  intros (Hn & HM & Hc). destruct firm as (Ha & Hal & Hb & Hbe & Ho & Hde & HE & Hag).
  assert (P : Rpower n k0 = n * Rpower n (k0 - 1)).
  { replace (Rpower n k0) with (Rpower n (1 + (k0 - 1))) by (f_equal; ring). rewrite Rpower_plus, Rpower_1; auto. }
  replace (n * M1 n * M n) with (n * (M n * M1 n)) by ring. rewrite Hc, P. field. lra.
Qed.

Lemma reduced_gap n : 4 * delta * Pi n = M n ^ 2 - 24 * delta * R0 * Rpower n k0 / E.
Proof. destruct firm as (_ & _ & _ & _ & _ & Hde & HE & _). unfold reduced. field. lra. Qed.

Lemma elasticity_at_most n : crit n -> 0 <= Pi n -> w n <= k0 / 2.
Proof.
  intros Hc HP. pose proof (elasticity_at_critical n Hc) as W. pose proof (reduced_gap n) as G.
  destruct Hc as (Hn & HM & _). destruct firm as (Ha & Hal & Hb & Hbe & Ho & Hde & HE & Hag).
  pose proof (k_above_1 _ _ _ _ _ _ _ _ firm) as Hk.
  apply (Rmult_le_reg_r (M n * M n)); [pos |].
  replace (w n * (M n * M n)) with (n * M1 n * M n) by (field; lra). rewrite W.
  assert (0 <= 4 * delta * Pi n) by (apply Rmult_le_pos; lra).
  apply (Rmult_le_compat_l (k0 / 2)); [lra |]. lra.
Qed.

Lemma two_over_E : 0 < 2 / E. Proof. destruct firm as (_ & _ & _ & _ & _ & _ & HE & _). pos. Qed.

Lemma margin_tangent n m : 0 < n -> 0 < m -> 0 < M n -> 0 < M m -> n <> m ->
  ln (M m) < ln (M n) + w n * (ln m - ln n).
Proof.
  destruct firm as (Ha & Hal & Hb & Hbe & Ho & Hde & HE & Hag). rewrite !margin_net. intros.
  apply net_strictly_below_tangent; try assumption; try apply two_over_E. left; apply two_over_E.
Qed.

Lemma margin_elasticity_falls n m : 0 < n < m -> 0 < M n -> 0 < M m -> w m < w n.
Proof.
  destruct firm as (Ha & Hal & Hb & Hbe & Ho & Hde & HE & Hag). rewrite !margin_net. intros.
  apply net_elasticity_falls; try assumption; try apply two_over_E. left; apply two_over_E.
Qed.

(** A critical point with non-negative profit is the strict maximum of the reduced profit over every size that sells. *)
Theorem critical_is_maximum n m : crit n -> 0 <= Pi n -> 0 < m -> 0 < M m -> m <> n -> Pi m < Pi n.
Proof.
  intros Hc HP Hm HMm Hmn. pose proof (elasticity_at_critical n Hc) as W.
  pose proof (reduced_gap n) as Gn. pose proof (reduced_gap m) as Gm. destruct Hc as (Hn & HM & _).
  destruct firm as (Ha & Hal & Hb & Hbe & Ho & Hde & HE & Hag).
  pose proof (margin_tangent n m Hn Hm HM HMm (not_eq_sym Hmn)) as T.
  set (z := k0 * (ln m - ln n)).
  set (h := 24 * delta * R0 * Rpower n k0 / E) in *.
  assert (Hh : 0 < h) by (unfold h; pose proof (ray_pos a b beta); pose proof (Rpower_pos n k0);
    repeat first [apply Rdiv_lt_0_compat | apply Rmult_lt_0_compat | lra]).
  assert (Eh : 24 * delta * R0 * Rpower m k0 / E = h * exp z).
  { unfold h. replace (Rpower m k0) with (Rpower n k0 * exp z); [unfold Rdiv; ring |].
    unfold Rpower, z. rewrite <- exp_plus. f_equal. ring. }
  rewrite Eh in Gm.
  assert (Hp : 0 < 4 * delta * Pi n \/ 4 * delta * Pi n = 0) by (destruct HP as [HP | <-]; [left; pos | right; ring]).
  set (p := h / M n ^ 2).
  assert (HM2 : 0 < M n ^ 2) by pos.
  assert (Hp01 : 0 <= p <= 1).
  { unfold p. split; [left; pos |]. apply (Rmult_le_reg_r (M n ^ 2)); [assumption |].
    replace (h / M n ^ 2 * M n ^ 2) with h by (field; lra). destruct Hp; lra. }
  pose proof (exp_below_chord p z Hp01) as C.
  assert (Eq : w n * (ln m - ln n) = p * z / 2).
  { unfold p, z. replace h with (2 / k0 * (n * M1 n * M n)).
    - pose proof (k_above_1 _ _ _ _ _ _ _ _ firm). field. lra.
    - rewrite W. pose proof (k_above_1 _ _ _ _ _ _ _ _ firm). field. lra. }
  rewrite Eq in T.
  assert (T2 : M m ^ 2 < M n ^ 2 * exp (p * z)).
  { apply ln_lt_iff; try pos. rewrite ln_mult, !ln_pow2, ln_exp by pos. lra. }
  assert (Ep : M n ^ 2 * p = h) by (unfold p; field; lra).
  apply (Rmult_lt_reg_l (4 * delta)); [pos |]. rewrite Gn, Gm.
  assert (M n ^ 2 * exp (p * z) <= h * exp z + M n ^ 2 - h).
  { apply (Rmult_le_compat_l (M n ^ 2)) in C; [| lra]. rewrite <- Ep.
    replace (M n ^ 2 * p * exp z + M n ^ 2 - M n ^ 2 * p) with (M n ^ 2 * (p * exp z + (1 - p))) by ring. exact C. }
  lra.
Qed.

(** There is only one. *)
Theorem critical_unique n m : crit n -> crit m -> 0 <= Pi n -> 0 <= Pi m -> n = m.
Proof.
  intros Hn Hm Pn Pm. destruct (Req_dec n m) as [|Hne]; [assumption | exfalso].
  pose proof (critical_is_maximum n m Hn Pn (proj1 Hm) (proj1 (proj2 Hm)) (not_eq_sym Hne)).
  pose proof (critical_is_maximum m n Hm Pm (proj1 Hn) (proj1 (proj2 Hn)) Hne). lra.
Qed.

(** A strict local maximum in the usual sense. *)
Theorem critical_is_local_maximum n : crit n -> 0 <= Pi n ->
  exists h, 0 < h /\ forall m, Rabs (m - n) < h -> m <> n -> Pi m < Pi n.
Proof.
  intros Hc HP. pose proof Hc as (Hn & HM & _).
  pose proof (margin_continuous a alpha b beta gamma omega delta E firm n Hn) as C.
  assert (L : locally (M n) (fun y => 0 < y)) by (apply (open_gt 0); exact HM).
  destruct (C _ L) as [e He]. exists (Rmin e (n / 2)).
  pose proof (cond_pos e). split; [apply Rmin_glb_lt; lra |]. intros m Hm Hmn.
  pose proof (Rmin_l e (n / 2)). pose proof (Rmin_r e (n / 2)).
  assert (Hb : Rabs (m - n) < e) by lra. assert (Hm0 : 0 < m) by (apply Rabs_def2 in Hm; lra).
  apply critical_is_maximum; try assumption. apply (He m Hb).
Qed.

(** It is the optimum of the three-variable problem, over all n, d and t. *)
Theorem critical_is_optimum n : crit n -> 0 <= Pi n ->
  optimum a alpha b beta gamma omega delta E n (R0 * Rpower n (k0 - 1)) (M n / (2 * delta)).
Proof.
  intros Hc HP. pose proof Hc as (Hn & HM & _). pose proof firm as (Ha & Hal & Hb & Hbe & Ho & Hde & HE & Hag).
  split; [assumption |]. split; [apply Rmult_lt_0_compat; apply Rpower_pos |]. split; [left; pos |].
  intros n' d' t' Hn' Hd' Ht'. rewrite profit_on_ray by assumption.
  destruct (Rlt_le_dec 0 (profit a alpha b beta gamma omega delta E n' d' t')) as [L | L]; [| lra].
  destruct (profit_below_reduced _ _ _ _ _ _ _ _ firm n' d' t' Hn' Hd' Ht' L) as (m & Hm & HMm & Hle).
  destruct (Req_dec m n) as [-> | Hne]; [assumption |].
  pose proof (critical_is_maximum n m Hc HP (proj1 Hm) HMm Hne). lra.
Qed.

(** Where a firm that earns something would gain from a larger model, its optimum is larger. *)
Lemma larger_model_pays m n : crit n -> 0 <= Pi n -> 0 < m -> 0 < M m ->
  12 * delta * k0 * R0 * Rpower m (k0 - 1) / E < M m * M1 m -> m < n.
Proof.
  intros Hc HP Hm HMm Hgain. pose proof Hc as (Hn & HM & Heq).
  destruct (Rtotal_order m n) as [L | [-> | L]]; [assumption | lra | exfalso].
  pose proof (elasticity_at_most n Hc HP) as Hw.
  pose proof (margin_elasticity_falls n m (conj Hn L) HM HMm) as Hf.
  pose proof (margin_tangent n m Hn Hm HM HMm ltac:(lra)) as T.
  pose proof (training_pos m) as TP.
  assert (HM1 : 0 < M1 m) by (apply (Rmult_lt_reg_l (M m)); [assumption | lra]).
  pose proof (margin_still_rises n Hc) as HM1n.
  pose proof (ln_increasing n m Hn L) as Hl.
  assert (HP1 : Rpower m k0 = m * Rpower m (k0 - 1)).
  { replace (Rpower m k0) with (Rpower m (1 + (k0 - 1))) by (f_equal; ring). rewrite Rpower_plus, Rpower_1; auto. }
  assert (Square : M m ^ 2 <= M n ^ 2 * (Rpower m k0 / Rpower n k0)).
  { left. apply ln_lt_iff; try pos. rewrite ln_mult, ln_div, !ln_pow2, !ln_Rpower by pos. nra. }
  assert (Wm : 0 < w m) by pos.
  assert (K : m * (M m * M1 m) < w n * (M n ^ 2 * (Rpower m k0 / Rpower n k0))).
  { replace (m * (M m * M1 m)) with (w m * M m ^ 2) by (field; lra).
    assert (0 < M m ^ 2) by pos. apply Rlt_le_trans with (w n * M m ^ 2).
    - apply Rmult_lt_compat_r; assumption.
    - apply Rmult_le_compat_l; [lra | assumption]. }
  pose proof (elasticity_at_critical n Hc) as W.
  assert (Pn : 0 < Rpower n k0) by apply Rpower_pos.
  replace (w n * (M n ^ 2 * (Rpower m k0 / Rpower n k0))) with (n * M1 n * M n * (Rpower m k0 / Rpower n k0)) in K by (field; lra).
  rewrite W in K. destruct firm as (Ha & Hal & Hb & Hbe & Ho & Hde & HE & Hag).
  replace (k0 / 2 * (24 * delta * R0 * Rpower n k0 / E) * (Rpower m k0 / Rpower n k0))
    with (m * (12 * delta * k0 * R0 * Rpower m (k0 - 1) / E)) in K by (rewrite HP1; field; lra).
  apply (Rmult_lt_compat_l m) in Hgain; [| assumption]. lra.
Qed.

End Critical.

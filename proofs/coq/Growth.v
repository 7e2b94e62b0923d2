(** Spend grows less than quadratically in E, and data have laws of their own, as E grows. *)
From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
From Optimand Require Import Powers Model Adoption BestSales EfficientRay Link Concave Critical Regimes Existence Bounds Statics Laws.
Open Scope R_scope.

(** Spend over the square of E tends to 0, as long as k + 3 alpha gamma > 0. *)
Theorem spend_sub_quadratic a alpha b beta gamma omega delta eps :
  0 < a -> 0 < alpha -> 0 < b -> 0 < beta -> 0 < omega -> 0 < delta -> 0 < 1 + alpha * gamma ->
  0 < k alpha beta + 3 * alpha * gamma -> 0 < eps ->
  exists E0, 0 < E0 /\ forall E n d t, E0 <= E -> sells a alpha b beta gamma omega delta E n d t ->
    6 * n * d / E <= eps * E ^ 2.
Proof.
  intros Ha Hal Hb Hbe Ho Hde Hag Hk3 He.
  set (k0 := k alpha beta) in *. assert (Hk : 1 < k0) by (unfold k0, k; assert (0 < alpha / beta) by pos; lra).
  set (g := k0 / (3 * alpha)). assert (Hg : 0 < g) by (unfold g; apply Rdiv_lt_0_compat; lra).
  assert (Eg : alpha * g = k0 / 3) by (unfold g; field; lra).
  set (p := k0 + alpha * gamma - alpha * g). assert (Hp : k0 / 3 < p) by (unfold p; rewrite Eg; lra).
  set (kap := 12 * delta * k0 * ray a b beta).
  assert (HR : 0 < ray a b beta) by apply Rpower_pos.
  assert (HK : 0 < kap) by (unfold kap; repeat apply Rmult_lt_0_compat; lra).
  set (c := omega ^ 2 * alpha * Rpower a g / (g * kap * Rpower a gamma)).
  assert (Hc : 0 < c) by (unfold c; pos).
  set (s := 3 - k0 / p).
  assert (Hkp : k0 / p < 3).
  { apply (Rmult_lt_reg_r p); [lra |]. replace (k0 / p * p) with k0 by (field; lra). lra. }
  set (y := 6 * ray a b beta * Rpower c (k0 / p) / eps).
  assert (Hy : 0 < y) by (unfold y; pos).
  exists (Rpower y (1 / s)). split; [apply Rpower_pos |]. intros E n d t HE S.
  assert (HE0 : 0 < E) by (pose proof (Rpower_pos y (1 / s)); lra).
  assert (firm : standing a alpha b beta gamma omega delta E) by (repeat split; assumption).
  destruct (at_optimum _ _ _ _ _ _ _ _ _ _ _ firm S) as (Crit & Ed & _).
  assert (Hgg : - gamma <= g).
  { apply (Rmult_le_reg_l alpha); [assumption |]. rewrite Eg. lra. }
  pose proof (size_below_power a alpha b beta gamma omega delta E firm g n Hg Hgg Crit) as U.
  fold k0 in U. fold kap in U. fold p in U.
  replace (omega ^ 2 * alpha * E * Rpower a g / (g * kap * Rpower a gamma)) with (c * E) in U
    by (unfold c; field; pose proof (Rpower_pos a gamma); repeat split; lra).
  destruct Crit as (Hn & _ & _).
  assert (Hk0p : 0 < k0 / p) by (apply Rdiv_lt_0_compat; lra).
  assert (U2 : Rpower n k0 < Rpower c (k0 / p) * Rpower E (k0 / p)).
  { rewrite Rpower_mult_distr by assumption. replace (Rpower n k0) with (Rpower (Rpower n p) (k0 / p)).
    - apply Rpower_increasing; [split; [apply Rpower_pos | exact U] | assumption].
    - rewrite Rpower_mult. f_equal. field. lra. }
  apply root_le in HE; [| assumption | assumption | unfold s; lra].
  assert (EC : 6 * n * d / E = 6 * ray a b beta * Rpower n k0 / E).
  { rewrite Ed. fold k0. replace (Rpower n k0) with (n * Rpower n (k0 - 1)); [unfold Rdiv; ring |].
    rewrite <- (Rpower_1 n) at 1 by assumption. rewrite <- Rpower_plus. f_equal. ring. }
  assert (EE : Rpower E 3 = E ^ 2 * E).
  { transitivity (Rpower E (1 + 1 + 1)); [f_equal; ring | rewrite !Rpower_plus, !Rpower_1 by assumption; ring]. }
  assert (ES : Rpower E s * Rpower E (k0 / p) = E ^ 2 * E).
  { rewrite <- Rpower_plus, <- EE. f_equal. unfold s. ring. }
  rewrite EC. apply (Rmult_le_reg_r E); [assumption |].
  replace (6 * ray a b beta * Rpower n k0 / E * E) with (6 * ray a b beta * Rpower n k0) by (field; lra).
  apply Rle_trans with (6 * ray a b beta * (Rpower c (k0 / p) * Rpower E (k0 / p))).
  - apply Rmult_le_compat_l; lra.
  - replace (eps * E ^ 2 * E) with (eps * (E ^ 2 * E)) by ring. rewrite <- ES.
    replace (6 * ray a b beta * (Rpower c (k0 / p) * Rpower E (k0 / p))) with (eps * (y * Rpower E (k0 / p)))
      by (unfold y; field; lra).
    apply Rmult_le_compat_l; [lra |]. apply Rmult_le_compat_r; [left; apply Rpower_pos | exact HE].
Qed.

(** gamma < 0: data lie between the same two laws taken along the ray. *)
Theorem two_sided_data_law a alpha b beta gamma omega delta E n d t :
  standing a alpha b beta gamma omega delta E -> sells a alpha b beta gamma omega delta E n d t ->
  gamma < 0 -> 0 < 1 + beta * gamma ->
  ray a b beta * Rpower (Rmin (Rpower (omega * alpha * E / (4 * Rpower a gamma)) (1 / (1 + alpha * gamma)))
    (Rpower (alpha ^ 2 * omega ^ 2 * E / (2 * k alpha beta * kappa a alpha b beta delta * Rpower a (2 * gamma))) (1 / (k alpha beta + 2 * alpha * gamma)))) (k alpha beta - 1) <= d /\
  d < ray a b beta * Rpower (Rmin (n_I a alpha gamma omega E)
    (Rpower (alpha * omega ^ 2 * E / (- gamma * kappa a alpha b beta delta * Rpower a (2 * gamma))) (1 / (k alpha beta + 2 * alpha * gamma)))) (k alpha beta - 1).
Proof.
  intros firm S Hg Hbg. destruct (two_sided_law _ _ _ _ _ _ _ _ n d t firm S Hg Hbg) as [L U].
  destruct (at_optimum _ _ _ _ _ _ _ _ _ _ _ firm S) as ((Hn & _) & Ed & _).
  pose proof (k_above_1 _ _ _ _ _ _ _ _ firm) as Hk. pose proof (ray_pos a b beta) as HR. rewrite Ed.
  set (lo := Rmin _ _) in L |- * at 1. split.
  - apply Rmult_le_compat_l; [lra |]. apply Rle_Rpower_l; [lra |]. split; [| exact L].
    unfold lo. apply Rmin_glb_lt; apply Rpower_pos.
  - apply Rmult_lt_compat_l; [assumption |]. apply Rpower_increasing; [split; assumption | lra].
Qed.

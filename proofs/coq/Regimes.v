(** Bounds on an optimum that hold for every E, or beyond an explicit one: the laws and their constants. *)
From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
From Optimand Require Import Powers Model Adoption BestSales EfficientRay Link Concave Critical.
Open Scope R_scope.

(** Adoption is below any power with a larger exponent: ln q below q^g/g, and the like for every gamma. *)
Lemma adoption_below_power (q gamma g : R) : 1 < q -> 0 < g -> - gamma <= g ->
  deformed_log q gamma < Rpower q g / g.
Proof.
  intros Hq Hg Hgg. assert (Hl : 0 < ln q) by (rewrite <- ln_1; apply ln_increasing; lra).
  assert (K : deformed_log q gamma <= (exp (g * ln q) - 1) / g).
  { set (z := g * ln q). assert (Hz : 0 < z) by (unfold z; pos).
    destruct (Rtotal_order gamma 0) as [L | [-> | L]].
    - rewrite deformed_log_not_0 by lra. set (p := - gamma / g).
      assert (Hp : 0 < p <= 1).
      { unfold p. split; [apply Rdiv_lt_0_compat; lra |]. apply (Rmult_le_reg_r g); [assumption |].
        replace (- gamma / g * g) with (- gamma) by (field; lra). lra. }
      pose proof (exp_below_chord p z ltac:(lra)) as C.
      replace (Rpower q (- gamma)) with (exp (p * z)) by (unfold Rpower, p, z; f_equal; field; lra).
      replace ((1 - exp (p * z)) / gamma) with ((exp (p * z) - 1) / (p * g)) by (unfold p; field; lra).
      apply (Rmult_le_reg_r (p * g)); [apply Rmult_lt_0_compat; lra |].
      replace ((exp (p * z) - 1) / (p * g) * (p * g)) with (exp (p * z) - 1) by (field; lra).
      replace ((exp z - 1) / g * (p * g)) with (p * (exp z - 1)) by (field; lra). lra.
    - rewrite deformed_log_0. pose proof (exp_above_line z).
      replace (ln q) with (z / g) by (unfold z; field; lra).
      apply Rmult_le_compat_r; [left; pos | lra].
    - rewrite deformed_log_not_0 by lra. pose proof (exp_above_line z).
      pose proof (exp_above_line (- gamma * ln q)) as C. fold (Rpower q (- gamma)) in C.
      apply Rle_trans with (ln q).
      + apply (Rmult_le_reg_r gamma); [assumption |].
        replace ((1 - Rpower q (- gamma)) / gamma * gamma) with (1 - Rpower q (- gamma)) by (field; lra). lra.
      + replace (ln q) with (z / g) by (unfold z; field; lra). apply Rmult_le_compat_r; [left; pos | lra]. }
  assert (Eq : (exp (g * ln q) - 1) / g = Rpower q g / g - / g) by (unfold Rpower; field; lra).
  assert (0 < / g) by pos. lra.
Qed.

Lemma trade_lt x y l r : 0 < y -> 0 < r -> x * r = y * l -> l < r -> x < y.
Proof. intros Hy Hr He Hl. apply (Rmult_lt_reg_r r); [assumption |]. rewrite He. apply Rmult_lt_compat_l; assumption. Qed.

Lemma trade_le x y l r : 0 < y -> 0 < r -> x * r = y * l -> l <= r -> x <= y.
Proof. intros Hy Hr He Hl. apply (Rmult_le_reg_r r); [assumption |]. rewrite He. apply Rmult_le_compat_l; lra. Qed.

Section Regimes.
Variables a alpha b beta gamma omega delta E : R.
Hypothesis firm : standing a alpha b beta gamma omega delta E.
Local Notation M := (margin a alpha gamma omega E).
Local Notation M1 := (margin_slope a alpha gamma omega E).
Local Notation k0 := (k alpha beta).
Local Notation Pi := (reduced a alpha b beta gamma omega delta E).
Local Notation crit := (critical a alpha b beta gamma omega delta E).
(** The coefficient of the marginal training cost. *)
Local Notation kappa := (12 * delta * k0 * ray a b beta).
(** Marginal revenue per token and parameter. *)
Local Notation A1 n := (alpha * omega / (Rpower a gamma * Rpower n (1 + alpha * gamma))).

Lemma kappa_pos : 0 < kappa.
Proof.
  pose proof (k_above_1 _ _ _ _ _ _ _ _ firm). pose proof (ray_pos a b beta).
  destruct firm as (_ & _ & _ & _ & _ & Hde & _). repeat apply Rmult_lt_0_compat; lra.
Qed.

Lemma margin_below X n : crit n -> M n < X -> kappa * Rpower n (k0 - 1) / E < X * A1 n.
Proof.
  intros Hc HX. pose proof (margin_still_rises _ _ _ _ _ _ _ _ firm n Hc) as HM1. destruct Hc as (Hn & HM & <-).
  pose proof (slope_split a alpha gamma omega E n Hn) as S. pose proof (two_over_E _ _ _ _ _ _ _ _ firm).
  rewrite S. nra.
Qed.

(** For any g > 0 with g >= -gamma. *)
Theorem size_below_power g n : 0 < g -> - gamma <= g -> crit n ->
  Rpower n (k0 + alpha * gamma - alpha * g) < omega ^ 2 * alpha * E * Rpower a g / (g * kappa * Rpower a gamma).
Proof.
  intros Hg Hgg Hc. pose proof kappa_pos as HK. pose proof Hc as (Hn & HM & _).
  pose proof (margin_quality _ _ _ _ _ _ _ _ firm n Hn HM) as Hq.
  pose proof (adoption_below_power _ _ g Hq Hg Hgg) as F.
  pose proof (margin_below (omega * (Rpower (a * Rpower n alpha) g / g)) n Hc) as B.
  destruct firm as (Ha & Hal & Hb & Hbe & Ho & Hde & HE & Hag). set (kap := kappa) in *.
  assert (L : kap * Rpower n (k0 - 1) / E < omega * (Rpower (a * Rpower n alpha) g / g) * A1 n).
  { apply B. unfold margin. assert (0 < 2 * n / E) by pos. nra. }
  refine (trade_lt _ _ _ _ _ _ _ L); [pos | pos |]. monomials; repeat split; lra.
Qed.

(** gamma > 0: adoption saturates at 1/gamma. *)
Theorem size_below_saturated n : 0 < gamma -> crit n ->
  n < Rpower (omega ^ 2 * alpha * E / (gamma * kappa * Rpower a gamma)) (1 / (k0 + alpha * gamma)).
Proof.
  intros Hg Hc. pose proof kappa_pos as HK. pose proof Hc as (Hn & HM & _).
  pose proof (k_above_1 _ _ _ _ _ _ _ _ firm) as Hk.
  pose proof (margin_below (omega / gamma) n Hc) as B.
  destruct firm as (Ha & Hal & Hb & Hbe & Ho & Hde & HE & Hag). set (kap := kappa) in *.
  assert (L : kap * Rpower n (k0 - 1) / E < omega / gamma * A1 n).
  { apply B. unfold margin. rewrite deformed_log_not_0 by lra. assert (0 < 2 * n / E) by pos.
    pose proof (Rpower_pos (a * Rpower n alpha) (- gamma)) as P.
    replace (omega * ((1 - Rpower (a * Rpower n alpha) (- gamma)) / gamma))
      with (omega / gamma - omega / gamma * Rpower (a * Rpower n alpha) (- gamma)) by (field; lra).
    assert (0 < omega / gamma * Rpower (a * Rpower n alpha) (- gamma)) by pos. lra. }
  apply root_lt; try pos; try lra.
  refine (trade_lt _ _ _ _ _ _ _ L); [pos | pos |]. monomials; repeat split; lra.
Qed.

(** Non-negative profit keeps size up, wherever inference takes less than half of marginal revenue. *)
Lemma half_left n : 0 < n -> n <= Rpower (omega * alpha * E / (4 * Rpower a gamma)) (1 / (1 + alpha * gamma)) ->
  A1 n / 2 <= M1 n.
Proof.
  intros Hn Hle. pose proof (slope_split a alpha gamma omega E n Hn) as S.
  destruct firm as (Ha & Hal & Hb & Hbe & Ho & Hde & HE & Hag).
  apply root_ge in Hle; try pos.
  assert (K : 2 * (2 / E) <= A1 n).
  { apply (trade_le _ _ (Rpower n (1 + alpha * gamma)) (omega * alpha * E / (4 * Rpower a gamma))); try pos; [| assumption].
    field. pose proof (Rpower_pos a gamma). pose proof (Rpower_pos n (1 + alpha * gamma)). repeat split; lra. }
  lra.
Qed.

Theorem size_above_power n : crit n -> 0 <= Pi n ->
  n <= Rpower (omega * alpha * E / (4 * Rpower a gamma)) (1 / (1 + alpha * gamma)) ->
  omega ^ 2 * alpha ^ 2 * E / (2 * k0 * kappa * Rpower a gamma ^ 2) <= Rpower n (k0 + 2 * (alpha * gamma)).
Proof.
  intros Hc HP Hle. pose proof kappa_pos as HK. pose proof (k_above_1 _ _ _ _ _ _ _ _ firm) as Hk.
  pose proof (elasticity_at_most _ _ _ _ _ _ _ _ firm n Hc HP) as W.
  pose proof (margin_still_rises _ _ _ _ _ _ _ _ firm n Hc) as HM1.
  pose proof Hc as (Hn & HM & Heq). pose proof (half_left n Hn Hle) as HA.
  destruct firm as (Ha & Hal & Hb & Hbe & Ho & Hde & HE & Hag).
  assert (Eq : M n * M1 n = kappa * Rpower n (k0 - 1) / E) by (rewrite Heq; unfold Rdiv; ring).
  set (kap := kappa) in *. set (x := A1 n) in *. assert (Hx : 0 < x) by (unfold x; pos).
  apply (Rmult_le_compat_r (M n)) in W; [| lra].
  replace (n * M1 n / M n * M n) with (n * M1 n) in W by (field; lra).
  assert (L : n * x ^ 2 <= 2 * k0 * (kap * Rpower n (k0 - 1) / E)).
  { rewrite <- Eq. assert (x ^ 2 <= 4 * M1 n ^ 2) by nra.
    apply Rle_trans with (n * (4 * M1 n ^ 2)); [apply Rmult_le_compat_l; lra |].
    replace (n * (4 * M1 n ^ 2)) with (4 * M1 n * (n * M1 n)) by ring.
    replace (2 * k0 * (M n * M1 n)) with (4 * M1 n * (k0 / 2 * M n)) by field.
    apply Rmult_le_compat_l; lra. }
  refine (trade_le _ _ _ _ _ _ _ L); [pos | pos |]. unfold x.
  assert (HR : 0 < Rpower a gamma ^ 2) by (apply pow2_pos, Rpower_pos).
  apply ln_inv; [pos | pos |]. ln_out. field.
Qed.

(** gamma < 0: the two laws bound size from both sides, for every E. *)
Theorem two_sided n : gamma < 0 -> 0 < k0 + 2 * (alpha * gamma) -> crit n -> 0 <= Pi n ->
  Rmin (Rpower (omega * alpha * E / (4 * Rpower a gamma)) (1 / (1 + alpha * gamma)))
       (Rpower (omega ^ 2 * alpha ^ 2 * E / (2 * k0 * kappa * Rpower a gamma ^ 2)) (1 / (k0 + 2 * (alpha * gamma)))) <= n /\
  n < Rmin (Rpower (omega * alpha * E / (2 * Rpower a gamma)) (1 / (1 + alpha * gamma)))
           (Rpower (omega ^ 2 * alpha * E / (- gamma * kappa * Rpower a gamma ^ 2)) (1 / (k0 + 2 * (alpha * gamma)))).
Proof.
  intros Hg Hp Hc HP. pose proof kappa_pos as HK. pose proof (k_above_1 _ _ _ _ _ _ _ _ firm) as Hk.
  pose proof Hc as (Hn & _ & _). pose proof firm as (Ha & Hal & Hb & Hbe & Ho & Hde & HE & Hag).
  assert (HR : 0 < Rpower a gamma ^ 2) by (apply pow2_pos, Rpower_pos).
  split.
  - destruct (Rle_lt_dec n (Rpower (omega * alpha * E / (4 * Rpower a gamma)) (1 / (1 + alpha * gamma)))) as [L | L].
    + apply Rle_trans with (1 := Rmin_r _ _). pose proof (size_above_power n Hc HP L) as P.
      set (kap := kappa) in *. apply root_le; try pos. exact P.
    + apply Rle_trans with (1 := Rmin_l _ _). lra.
  - apply Rmin_glb_lt; [apply (size_below _ _ _ _ _ _ _ _ firm); assumption |].
    pose proof (size_below_power (- gamma) n ltac:(lra) ltac:(lra) Hc) as U.
    set (kap := kappa) in *. assert (0 < - gamma) by lra.
    apply root_lt; try pos.
    replace (k0 + alpha * gamma - alpha * - gamma) with (k0 + 2 * (alpha * gamma)) in U by ring.
    replace (omega ^ 2 * alpha * E * Rpower a (- gamma) / (- gamma * kap * Rpower a gamma))
      with (omega ^ 2 * alpha * E / (- gamma * kap * Rpower a gamma ^ 2)) in U; [exact U |].
    rewrite Rpower_Ropp. pose proof (Rpower_pos a gamma). field. repeat split; lra.
Qed.

(** gamma > 0: the training-dominated law within a factor 4 under the root, for E beyond an explicit one. *)
Theorem training_dominated n : 0 < gamma ->
  Rpower (Rpower (omega ^ 2 * alpha / (gamma * kappa * Rpower a gamma)) (1 + alpha * gamma) /
          Rpower (omega * alpha / (4 * Rpower a gamma)) (k0 + alpha * gamma)) (1 / (k0 - 1)) <= E ->
  Rpower ((2 + alpha * gamma) / Rpower a gamma) ((k0 + 2 * (alpha * gamma)) / (alpha * gamma)) /
    (omega ^ 2 * alpha ^ 2 / (2 * k0 * kappa * Rpower a gamma ^ 2)) <= E ->
  crit n -> 0 <= Pi n ->
  Rpower (omega ^ 2 * alpha * E / (4 * (gamma * kappa * Rpower a gamma))) (1 / (k0 + alpha * gamma)) <= n /\
  n < Rpower (omega ^ 2 * alpha * E / (gamma * kappa * Rpower a gamma)) (1 / (k0 + alpha * gamma)).
Proof.
  intros Hg HE1 HE2 Hc HP. pose proof kappa_pos as HK. pose proof (k_above_1 _ _ _ _ _ _ _ _ firm) as Hk.
  pose proof (size_below_saturated n Hg Hc) as U. split; [| assumption].
  pose proof Hc as (Hn & HM & Heq). pose proof firm as (Ha & Hal & Hb & Hbe & Ho & Hde & HE & Hag).
  assert (HR : 0 < Rpower a gamma) by apply Rpower_pos. assert (HR2 : 0 < Rpower a gamma ^ 2) by pos.
  assert (Hp : 0 < alpha * gamma) by pos. assert (HkM : 0 < k0 - 1) by lra.
  assert (Eq : M n * M1 n = kappa * Rpower n (k0 - 1) / E) by (rewrite Heq; unfold Rdiv; ring).
  assert (LE : n <= Rpower (omega * alpha * E / (4 * Rpower a gamma)) (1 / (1 + alpha * gamma))).
  { left. apply Rlt_le_trans with (1 := U). set (kap := kappa) in *.
    apply ln_le_iff in HE1; try pos. rewrite ln_Rpower, ln_div, !ln_Rpower in HE1 by pos.
    apply (Rmult_le_compat_l (k0 - 1)) in HE1; [| lra].
    assert (E1 : forall X, (k0 - 1) * (1 / (k0 - 1) * X) = X) by (intros; field; lra). rewrite E1 in HE1.
    set (cT := omega ^ 2 * alpha / (gamma * kap * Rpower a gamma)) in *.
    set (cI := omega * alpha / (4 * Rpower a gamma)) in *.
    replace (omega ^ 2 * alpha * E / (gamma * kap * Rpower a gamma)) with (cT * E) by (unfold cT; field; lra).
    replace (omega * alpha * E / (4 * Rpower a gamma)) with (cI * E) by (unfold cI; field; lra).
    assert (0 < cT) by (unfold cT; pos). assert (0 < cI) by (unfold cI; pos).
    apply ln_le_iff; try pos. rewrite !ln_Rpower, !ln_mult by assumption.
    apply (Rmult_le_reg_l ((k0 + alpha * gamma) * (1 + alpha * gamma))); [apply Rmult_lt_0_compat; lra |].
    replace ((k0 + alpha * gamma) * (1 + alpha * gamma) * (1 / (k0 + alpha * gamma) * (ln cT + ln E)))
      with ((1 + alpha * gamma) * (ln cT + ln E)) by (field; lra).
    replace ((k0 + alpha * gamma) * (1 + alpha * gamma) * (1 / (1 + alpha * gamma) * (ln cI + ln E)))
      with ((k0 + alpha * gamma) * (ln cI + ln E)) by (field; lra). lra. }
  pose proof (size_above_power n Hc HP LE) as L. pose proof (half_left n Hn LE) as HA.
  set (kap := kappa) in *.
  assert (Q : Rpower (a * Rpower n alpha) (- gamma) <= 1 / (2 + alpha * gamma)).
  { apply ln_le_iff; try pos. rewrite ln_Rpower, ln_mult, ln_Rpower, ln_div, ln_1 by pos.
    apply ln_le_iff in HE2; try pos. rewrite ln_div, ln_Rpower in HE2 by pos. rewrite ln_div, ln_Rpower in HE2 by pos.
    apply ln_le_iff in L; try pos. rewrite ln_Rpower in L.
    replace (omega ^ 2 * alpha ^ 2 * E / (2 * k0 * kap * Rpower a gamma ^ 2))
      with (omega ^ 2 * alpha ^ 2 / (2 * k0 * kap * Rpower a gamma ^ 2) * E) in L by (field; lra).
    rewrite ln_mult in L by pos.
    set (cL := ln (omega ^ 2 * alpha ^ 2 / (2 * k0 * kap * Rpower a gamma ^ 2))) in *.
    set (p := k0 + 2 * (alpha * gamma)) in *. assert (Hpp : 0 < p) by (unfold p; lra).
    set (r := ln (2 + alpha * gamma)) in *. set (s := alpha * gamma) in *.
    assert (K : p / s * (r - gamma * ln a) <= p * ln n) by lra.
    apply (Rmult_le_compat_l (s / p)) in K; [| left; pos].
    replace (s / p * (p / s * (r - gamma * ln a))) with (r - gamma * ln a) in K by (field; lra).
    replace (s / p * (p * ln n)) with (s * ln n) in K by (field; lra). unfold s in K. lra. }
  assert (Half : omega / (2 * gamma) <= M n).
  { pose proof (slope_split a alpha gamma omega E n Hn) as S.
    assert (EA : n * A1 n = omega * alpha * Rpower (a * Rpower n alpha) (- gamma)) by (monomials).
    assert (S2 : 2 * n / E <= omega * alpha * Rpower (a * Rpower n alpha) (- gamma) / 2).
    { rewrite <- EA. replace (2 * n / E) with (n * (2 / E)) by (field; lra).
      replace (n * A1 n / 2) with (n * (A1 n / 2)) by (unfold Rdiv; ring). apply Rmult_le_compat_l; lra. }
    unfold margin. rewrite deformed_log_not_0 by lra. set (y := Rpower (a * Rpower n alpha) (- gamma)) in *.
    assert (Hy : (2 + alpha * gamma) * y <= 1).
    { apply (Rmult_le_compat_l (2 + alpha * gamma)) in Q; [| lra].
      replace ((2 + alpha * gamma) * (1 / (2 + alpha * gamma))) with 1 in Q by (field; lra). exact Q. }
    apply Rle_trans with (omega * ((1 - y) / gamma) - omega * alpha * y / 2); [| lra].
    replace (omega * ((1 - y) / gamma) - omega * alpha * y / 2)
      with (omega / (2 * gamma) * (2 - (2 + alpha * gamma) * y)) by (field; lra).
    assert (0 < omega / (2 * gamma)) by pos. nra. }
  assert (HAp : 0 < A1 n) by pos.
  assert (L2 : omega / (2 * gamma) * (A1 n / 2) <= kap * Rpower n (k0 - 1) / E).
  { rewrite <- Eq. assert (0 < omega / (2 * gamma)) by pos. apply Rmult_le_compat; lra. }
  apply root_le; try pos; try lra.
  refine (trade_le _ _ _ _ _ _ _ L2); [pos | pos |].
  replace (omega / (2 * gamma) * (A1 n / 2)) with (omega * (A1 n / (4 * gamma))) by (field; pose proof (Rpower_pos n (1 + alpha * gamma)); repeat split; lra).
  monomials; repeat split; lra.
Qed.

End Regimes.

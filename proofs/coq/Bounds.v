(** The paper's theorems 1 and 2: their bounds with constants, how slack they are, and why they are not uniform. *)
From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
From Optimand Require Import Powers Model Adoption BestSales EfficientRay Link Concave Critical Regimes Existence.
Open Scope R_scope.

Section Bounds.
Variables a alpha b beta gamma omega delta : R.

Lemma sells_critical E n d t : standing a alpha b beta gamma omega delta E ->
  sells a alpha b beta gamma omega delta E n d t ->
  critical a alpha b beta gamma omega delta E n /\ d = ray a b beta * Rpower n (k alpha beta - 1) /\
  t = margin a alpha gamma omega E n / (2 * delta) /\ 0 < reduced a alpha b beta gamma omega delta E n.
Proof.
  intros F S. destruct (link _ _ _ _ _ _ _ _ F _ _ _ S) as (_ & Hd & Ht & Hc & HP).
  repeat split; try apply Hc; try assumption. rewrite <- HP. apply S.
Qed.

(** Size, data and spend below their values at n_I. *)
Theorem explicit_bounds E n d t : standing a alpha b beta gamma omega delta E ->
  sells a alpha b beta gamma omega delta E n d t ->
  n < Rpower (omega * alpha * E / (2 * Rpower a gamma)) (1 / (1 + alpha * gamma)) /\
  d < ray a b beta * Rpower (Rpower (omega * alpha * E / (2 * Rpower a gamma)) (1 / (1 + alpha * gamma))) (k alpha beta - 1) /\
  6 * n * d / E < 6 * ray a b beta * Rpower (Rpower (omega * alpha * E / (2 * Rpower a gamma)) (1 / (1 + alpha * gamma))) (k alpha beta) / E.
Proof.
  intros F S. destruct (sells_critical E n d t F S) as (Hc & Hd & _).
  pose proof (size_below _ _ _ _ _ _ _ _ F n Hc) as U. pose proof (k_above_1 _ _ _ _ _ _ _ _ F) as Hk.
  pose proof (ray_pos a b beta) as HR. destruct Hc as (Hn & _ & _).
  set (nI := Rpower (omega * alpha * E / (2 * Rpower a gamma)) (1 / (1 + alpha * gamma))) in *.
  split; [assumption |]. rewrite Hd. split.
  - apply Rmult_lt_compat_l; [assumption |]. apply Rpower_increasing; lra.
  - replace (6 * n * (ray a b beta * Rpower n (k alpha beta - 1)) / E) with (6 * ray a b beta * Rpower n (k alpha beta) / E).
    + destruct F as (_ & _ & _ & _ & _ & _ & HE & _). unfold Rdiv. apply Rmult_lt_compat_r; [pos |].
      apply Rmult_lt_compat_l; [lra |]. apply Rpower_increasing; lra.
    + replace (Rpower n (k alpha beta)) with (n * Rpower n (k alpha beta - 1)); [unfold Rdiv; ring |].
      replace (Rpower n (k alpha beta)) with (Rpower n (1 + (k alpha beta - 1))) by (f_equal; ring).
      rewrite Rpower_plus, Rpower_1; auto.
Qed.

(** Theorem 1 in its own form: the constant is (omega alpha rho/2)^(1/(1+alpha gamma)). *)
Lemma bound_by_rho E : standing a alpha b beta gamma omega delta E ->
  let rho := Rpower (a / b) (1 / alpha) in
  Rpower (omega * alpha * E / (2 * Rpower a gamma)) (1 / (1 + alpha * gamma)) =
  Rpower (omega * alpha * rho / 2) (1 / (1 + alpha * gamma)) * Rpower (E / (rho * Rpower a gamma)) (1 / (1 + alpha * gamma)).
Proof.
  intros (Ha & Hal & Hb & Hbe & Ho & Hde & HE & Hag) rho. assert (Hr : 0 < rho) by apply Rpower_pos.
  rewrite Rpower_mult_distr by pos. f_equal. field. pose proof (Rpower_pos a gamma). repeat split; lra.
Qed.

(** For every gamma with 1 + beta gamma > 0 the bound n_I is slack in the limit, so that no positive share of it is attained. *)
Theorem slack c p eps : 0 < a -> 0 < alpha -> 0 < b -> 0 < beta -> 0 < omega -> 0 < delta -> 0 < 1 + alpha * gamma ->
  0 < 1 + beta * gamma -> 0 < c -> p = 1 / (1 + alpha * gamma) -> 0 < eps ->
  exists E0, 0 < E0 /\ forall E n d t, E0 <= E -> sells a alpha b beta gamma omega delta E n d t ->
    n <= eps * Rpower (c * E) p.
Proof.
  intros Ha Hal Hb Hbe Ho Hde Hag Hbg Hc Ep Heps.
  (* An exponent g between -gamma and 1/beta. *)
  assert (G : exists g, 0 < g /\ - gamma <= g /\ beta * g < 1).
  { destruct (Rle_lt_dec gamma 0) as [L | L].
    - destruct L as [L | ->]; [exists (- gamma); repeat split; lra |]. exists (/ (2 * beta)).
      assert (0 < / (2 * beta)) by pos. repeat split; try lra. replace (beta * / (2 * beta)) with (/ 2) by (field; lra). lra.
    - exists (/ (2 * beta)). assert (0 < / (2 * beta)) by pos. repeat split; try lra.
      replace (beta * / (2 * beta)) with (/ 2) by (field; lra). lra. }
  destruct G as (g & Hg & Hgg & Hbg1).
  set (s := 1 + alpha * gamma) in *. set (r := k alpha beta + alpha * gamma - alpha * g).
  assert (Hsr : s < r).
  { unfold r, s, k. assert (alpha * g < alpha / beta); [| lra].
    apply (Rmult_lt_reg_r beta); [assumption |]. replace (alpha / beta * beta) with alpha by (field; lra). nra. }
  set (kap := 12 * delta * k alpha beta * ray a b beta).
  assert (Hkap : 0 < kap).
  { unfold kap, k, ray. assert (0 < alpha / beta) by pos. repeat apply Rmult_lt_0_compat; try lra. apply Rpower_pos. }
  set (v := omega ^ 2 * alpha * Rpower a g / (g * kap * Rpower a gamma)). assert (Hv : 0 < v) by (unfold v; pos).
  set (Q := (s * ln v - r * ln c - s * r * ln eps) / (r - s)).
  exists (exp Q). split; [apply exp_pos |]. intros E n d t HE S.
  assert (HE0 : 0 < E) by (pose proof (exp_pos Q); lra).
  assert (F : standing a alpha b beta gamma omega delta E) by (repeat split; assumption).
  destruct (sells_critical E n d t F S) as (Hcr & _).
  pose proof (size_below_power _ _ _ _ _ _ _ _ F g n Hg Hgg Hcr) as U. destruct Hcr as (Hn & _ & _).
  fold r in U. fold kap in U.
  replace (omega ^ 2 * alpha * E * Rpower a g / (g * kap * Rpower a gamma)) with (v * E) in U
    by (unfold v; field; pose proof (Rpower_pos a gamma); repeat split; lra).
  apply ln_lt_iff in U; try pos. rewrite ln_Rpower, ln_mult in U by assumption.
  apply ln_le_iff in HE; try pos. rewrite ln_exp in HE.
  apply (Rmult_le_compat_r (r - s)) in HE; [| lra].
  unfold Q in HE. replace ((s * ln v - r * ln c - s * r * ln eps) / (r - s) * (r - s))
    with (s * ln v - r * ln c - s * r * ln eps) in HE by (field; lra).
  subst p. left. apply ln_lt_iff; try pos. rewrite ln_mult, ln_Rpower, ln_mult by pos.
  apply (Rmult_lt_reg_l (s * r)); [apply Rmult_lt_0_compat; lra |].
  replace (s * r * (ln eps + 1 / s * (ln c + ln E))) with (s * r * ln eps + r * (ln c + ln E)) by (field; lra).
  apply (Rmult_lt_compat_l s) in U; [| assumption]. lra.
Qed.

End Bounds.

(** Counting parameters in another unit changes no firm: its optimum is the same, written in that unit. *)
Lemma profit_in_another_unit a alpha b beta gamma omega delta E x n d t : 0 < x -> 0 < n ->
  profit (a * Rpower x (- alpha)) alpha b beta gamma omega delta (E * x) (n * x) d t =
  profit a alpha b beta gamma omega delta E n d t \/ E = 0.
Proof.
  intros Hx Hn. destruct (Req_dec E 0) as [|HE]; [right; assumption | left]. unfold profit, quality.
  replace (a * Rpower x (- alpha) * Rpower (n * x) alpha) with (a * Rpower n alpha).
  - field. split; lra.
  - rewrite <- Rpower_mult_distr by assumption. rewrite Rpower_Ropp. pose proof (Rpower_pos x alpha). field. lra.
Qed.

Lemma sells_in_another_unit a alpha b beta gamma omega delta E x n d t : 0 < x -> 0 < E ->
  sells a alpha b beta gamma omega delta E n d t ->
  sells (a * Rpower x (- alpha)) alpha b beta gamma omega delta (E * x) (n * x) d t.
Proof.
  intros Hx HE ((Hn & Hd & Ht & Hbest) & Hp).
  assert (same : forall m e s, 0 < m -> profit (a * Rpower x (- alpha)) alpha b beta gamma omega delta (E * x) (m * x) e s =
    profit a alpha b beta gamma omega delta E m e s).
  { intros m e s Hm. destruct (profit_in_another_unit a alpha b beta gamma omega delta E x m e s Hx Hm); [assumption | lra]. }
  split; [| rewrite same by assumption; assumption].
  split; [pos |]. split; [assumption |]. split; [assumption |]. intros n' d' t' Hn' Hd' Ht'.
  replace n' with (n' / x * x) by (field; lra). rewrite !same by pos. apply Hbest; pos || assumption.
Qed.

Lemma standing_in_another_unit a alpha b beta gamma omega delta E x : 0 < x ->
  standing a alpha b beta gamma omega delta E -> standing (a * Rpower x (- alpha)) alpha b beta gamma omega delta (E * x).
Proof. intros Hx (Ha & Hal & Hb & Hbe & Ho & Hde & HE & Hag). repeat split; pos. Qed.

(** Uniformly in E, a and rho theorem 1 holds with no constant, whatever alpha, beta, gamma, omega and delta. *)
Theorem no_uniform_constant_1 alpha beta gamma omega delta :
  0 < alpha -> 0 < beta -> 0 < omega -> 0 < delta -> 0 < 1 + alpha * gamma ->
  ~ exists K, forall a b E n d t, standing a alpha b beta gamma omega delta E ->
      sells a alpha b beta gamma omega delta E n d t ->
      n <= K * Rpower (E / (Rpower (a / b) (1 / alpha) * Rpower a gamma)) (1 / (1 + alpha * gamma)).
Proof.
  intros Hal Hbe Ho Hde Hag [K HK].
  destruct (sells_eventually 1 alpha 1 beta gamma omega delta) as (E & HE & S); try assumption; try lra.
  destruct (S E (Rle_refl _)) as (n & d & t & Hs). clear S.
  assert (F : standing 1 alpha 1 beta gamma omega delta E) by (repeat split; lra).
  pose proof Hs as ((Hn & _) & _).
  (* In a unit x the ratio of size to bound is that in the old unit times x^(-1/(1+alpha gamma)). *)
  set (s := 1 + alpha * gamma) in *. set (B := Rpower E (1 / s)). assert (HB : 0 < B) by apply Rpower_pos.
  set (K1 := Rmax K 1 + 1). assert (HK1 : 0 < K1) by (unfold K1; pose proof (Rmax_r K 1); lra).
  set (x := Rpower (K1 * B / n) (- s)). assert (Hx : 0 < x) by apply Rpower_pos.
  specialize (HK _ _ _ _ _ _ (standing_in_another_unit _ _ _ _ _ _ _ _ x Hx F) (sells_in_another_unit _ _ _ _ _ _ _ _ x _ _ _ Hx HE Hs)).
  assert (Eq : K1 * Rpower (E * x / (Rpower (1 * Rpower x (- alpha) / 1) (1 / alpha) * Rpower (1 * Rpower x (- alpha)) gamma)) (1 / s) = n * x).
  { apply ln_inv; [pos | pos |]. rewrite !ln_mult by pos. rewrite ln_Rpower, ln_div, !ln_mult, !ln_Rpower, ln_div, !ln_mult, !ln_Rpower, !ln_1 by pos.
    unfold x, B. rewrite ln_Rpower, ln_div, ln_mult, ln_Rpower by pos. unfold s. field. fold s. lra. }
  assert (Hle : K < K1) by (unfold K1; pose proof (Rmax_l K 1); lra).
  rewrite <- Eq in HK.
  assert (P : 0 < Rpower (E * x / (Rpower (1 * Rpower x (- alpha) / 1) (1 / alpha) * Rpower (1 * Rpower x (- alpha)) gamma)) (1 / s)) by apply Rpower_pos.
  nra.
Qed.

(** Nor does theorem 2, gamma = 0, where alpha differs from 1. *)
Theorem no_uniform_constant_2 alpha beta omega delta :
  0 < alpha -> alpha <> 1 -> 0 < beta -> 0 < omega -> 0 < delta ->
  ~ exists K, forall a b E n d t, standing a alpha b beta 0 omega delta E ->
      sells a alpha b beta 0 omega delta E n d t ->
      n <= K * (a * E / Rpower (a / b) (1 / alpha)).
Proof.
  intros Hal Hne Hbe Ho Hde [K HK].
  destruct (sells_eventually 1 alpha 1 beta 0 omega delta) as (E & HE & S); try assumption; try lra.
  destruct (S E (Rle_refl _)) as (n & d & t & Hs). clear S.
  assert (F : standing 1 alpha 1 beta 0 omega delta E) by (repeat split; lra).
  pose proof Hs as ((Hn & _) & _).
  set (K1 := Rmax K 1 + 1). assert (HK1 : 0 < K1) by (unfold K1; pose proof (Rmax_r K 1); lra).
  set (x := Rpower (K1 * E / n) (1 / (alpha - 1))). assert (Hx : 0 < x) by apply Rpower_pos.
  specialize (HK _ _ _ _ _ _ (standing_in_another_unit _ _ _ _ _ _ _ _ x Hx F) (sells_in_another_unit _ _ _ _ _ _ _ _ x _ _ _ Hx HE Hs)).
  assert (Eq : K1 * (1 * Rpower x (- alpha) * (E * x) / Rpower (1 * Rpower x (- alpha) / 1) (1 / alpha)) = n * x).
  { apply ln_inv; [pos | pos |]. rewrite !ln_mult by pos. rewrite ln_div, !ln_mult, !ln_Rpower, ln_div, !ln_mult, !ln_Rpower, !ln_1 by pos.
    unfold x. rewrite ln_Rpower, ln_div, ln_mult by pos. field. split; lra. }
  assert (Hle : K < K1) by (unfold K1; pose proof (Rmax_l K 1); lra).
  rewrite <- Eq in HK.
  assert (P : 0 < 1 * Rpower x (- alpha) * (E * x) / Rpower (1 * Rpower x (- alpha) / 1) (1 / alpha)) by pos.
  nra.
Qed.

(** Demand given, T tokens whatever the price: where the optimum lies, and its law for every E and every gamma. *)
From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
From Optimand Require Import Powers Model Adoption BestSales EfficientRay Link Concave Critical Regimes Variants.
Open Scope R_scope.

Section FixedDemand.
Variables a alpha b beta gamma omega T E : R.
Hypothesis firm : standing a alpha b beta gamma omega T E.
Local Notation M := (margin a alpha gamma omega E).
Local Notation M1 := (margin_slope a alpha gamma omega E).
Local Notation R0 := (ray a b beta).
Local Notation k0 := (k alpha beta).

Definition fixed_profit (n d : R) : R :=
  omega * T * adoption gamma (quality a alpha b beta n d) - 6 * n * d / E - 2 * n * T / E.

(** No choice of size and data is better, and it earns something. *)
Definition fixed_sells (n d : R) : Prop :=
  (0 < n /\ 0 < d /\ forall n' d', 0 < n' -> 0 < d' -> fixed_profit n' d' <= fixed_profit n d) /\ 0 < fixed_profit n d.

(** On the ray, marginal revenue pays for inference and training. *)
Theorem fixed_condition n d : fixed_sells n d ->
  a * Rpower n alpha = b * Rpower d beta /\
  T * (alpha * omega / (Rpower a gamma * Rpower n (1 + alpha * gamma))) = 2 * T / E + 6 * k0 * R0 * Rpower n (k0 - 1) / E.
Proof.
  intros [(Hn & Hd & Hbest) Hp]. pose proof firm as (Ha & Hal & Hb & Hbe & Ho & HT & HE & Hag).
  assert (Hr : a * Rpower n alpha = b * Rpower d beta).
  { destruct (Req_dec (a * Rpower n alpha) (b * Rpower d beta)) as [|Hoff]; [assumption | exfalso].
    destruct (off_the_ray a alpha b beta gamma omega T E firm n d Hn Hd Hoff) as (n0 & d0 & Hn0 & Hd0 & Hc & _ & Hq).
    specialize (Hbest n0 d0 ltac:(lra) ltac:(lra)). unfold fixed_profit in Hbest. rewrite Hq in Hbest.
    assert (0 < / E) by (apply Rinv_0_lt_compat; assumption). unfold Rdiv in Hbest.
    assert (n0 * T <= n * T) by nra. set (x := n * d) in *. set (y := n0 * d0) in *.
    replace (6 * n * d * / E) with (6 * x * / E) in Hbest by (unfold x; ring).
    replace (6 * n0 * d0 * / E) with (6 * y * / E) in Hbest by (unfold y; ring). nra. }
  split; [assumption |].
  pose proof (proj1 (ray_data a alpha b beta gamma omega T E firm n d Hn Hd) Hr) as Ed.
  assert (Qn : forall x, 0 < x -> quality a alpha b beta x (R0 * Rpower x (k0 - 1)) = a * Rpower x alpha).
  { intros. apply (quality_on_ray a alpha b beta gamma omega T E firm). assumption. }
  assert (Hc : 0 < 6 * n * d / E) by pos.
  assert (HMn : 0 < M n).
  { apply (adoption_margin a alpha b beta gamma omega T E firm n Hn). unfold fixed_profit in Hp.
    rewrite Ed, Qn, <- Ed in Hp by assumption. apply (Rmult_lt_reg_r T); [assumption |].
    replace ((omega * adoption gamma (a * Rpower n alpha) - 2 * n / E) * T)
      with (omega * T * adoption gamma (a * Rpower n alpha) - 2 * n * T / E) by (unfold Rdiv; ring). lra. }
  assert (EM : omega * adoption gamma (a * Rpower n alpha) - 2 * n / E = M n)
    by (apply (margin_adoption a alpha b beta gamma omega T E firm n Hn HMn)).
  assert (Split : forall x, Rpower x k0 = Rpower x (1 + (k0 - 1))) by (intros; f_equal; ring).
  assert (Stat : T * M1 n = 6 * k0 * R0 * Rpower n (k0 - 1) / E).
  { apply (stationary_on_ray a alpha b beta gamma omega T E firm); try assumption. intros x Hx.
    assert (HRx : 0 < R0 * Rpower x (k0 - 1)) by (apply Rmult_lt_0_compat; apply Rpower_pos).
    pose proof (Hbest x (R0 * Rpower x (k0 - 1)) Hx HRx) as L. unfold fixed_profit in L.
    rewrite (Qn x Hx), Ed, (Qn n Hn) in L.
    pose proof (deformed_log_at_most gamma (a * Rpower x alpha) ltac:(pos)) as A.
    rewrite !Split, !Rpower_plus, !Rpower_1 by assumption.
    assert (B : T * M x <= omega * T * adoption gamma (a * Rpower x alpha) - 2 * x * T / E).
    { unfold margin. replace (T * (omega * deformed_log (a * Rpower x alpha) gamma - 2 * x / E))
        with (omega * T * deformed_log (a * Rpower x alpha) gamma - 2 * x * T / E) by (unfold Rdiv; ring).
      assert (0 < omega * T) by pos. nra. }
    assert (B2 : T * M n = omega * T * adoption gamma (a * Rpower n alpha) - 2 * n * T / E).
    { rewrite <- EM. unfold Rdiv. ring. }
    replace (6 * R0 * (x * Rpower x (k0 - 1)) / E) with (6 * x * (R0 * Rpower x (k0 - 1)) / E) by (unfold Rdiv; ring).
    replace (6 * R0 * (n * Rpower n (k0 - 1)) / E) with (6 * n * (R0 * Rpower n (k0 - 1)) / E) by (unfold Rdiv; ring). lra. }
  rewrite <- Stat, (slope_split a alpha gamma omega E n Hn). unfold Rdiv. ring.
Qed.

(** Size lies between the smaller of two laws, inference-dominated and training-dominated, and the same with halves under the roots. *)
Theorem fixed_demand_law n d : fixed_sells n d ->
  Rmin (Rpower (omega * alpha * E / (4 * Rpower a gamma)) (1 / (1 + alpha * gamma)))
       (Rpower (T * omega * alpha * E / (12 * k0 * R0 * Rpower a gamma)) (1 / (k0 + alpha * gamma))) <= n /\
  n < Rmin (Rpower (omega * alpha * E / (2 * Rpower a gamma)) (1 / (1 + alpha * gamma)))
           (Rpower (T * omega * alpha * E / (6 * k0 * R0 * Rpower a gamma)) (1 / (k0 + alpha * gamma))).
Proof.
  intros S. destruct (fixed_condition n d S) as [_ C]. destruct S as [(Hn & _ & _) _].
  pose proof (k_above_1 _ _ _ _ _ _ _ _ firm) as Hk. pose proof (ray_pos a b beta) as HR.
  destruct firm as (Ha & Hal & Hb & Hbe & Ho & HT & HE & Hag).
  pose proof (Rpower_pos a gamma) as PA. pose proof (Rpower_pos n (1 + alpha * gamma)) as PN. pose proof (Rpower_pos n (k0 - 1)) as PK.
  assert (Hka : 0 < k0 + alpha * gamma) by lra.
  assert (EN : Rpower n (k0 + alpha * gamma) = Rpower n (k0 - 1) * Rpower n (1 + alpha * gamma)).
  { rewrite <- Rpower_plus. f_equal. ring. }
  set (A := Rpower a gamma) in *. set (x := Rpower n (1 + alpha * gamma)) in *. set (z := Rpower n (k0 - 1)) in *.
  (* The condition cleared of its divisors. *)
  assert (Eq : T * omega * alpha * E = 2 * T * A * x + 6 * k0 * R0 * A * (z * x)).
  { apply (f_equal (Rmult (E * A * x))) in C.
    replace (E * A * x * (T * (alpha * omega / (A * x)))) with (T * omega * alpha * E) in C by (field; lra).
    rewrite C. field. lra. }
  assert (H1 : 0 < 2 * T * A * x) by pos.
  assert (H2 : 0 < 6 * k0 * R0 * A * (z * x)) by (repeat apply Rmult_lt_0_compat; lra).
  assert (D2 : 0 < 6 * k0 * R0 * A) by (repeat apply Rmult_lt_0_compat; lra).
  split.
  - destruct (Rle_lt_dec (6 * k0 * R0 * A * (z * x)) (2 * T * A * x)) as [L | L].
    + apply Rle_trans with (1 := Rmin_l _ _). apply root_le; try pos. fold x.
      apply (Rmult_le_reg_r (4 * A * T)); [pos |].
      replace (omega * alpha * E / (4 * A) * (4 * A * T)) with (T * omega * alpha * E) by (field; lra). lra.
    + apply Rle_trans with (1 := Rmin_r _ _). apply root_le; try assumption.
      { apply Rdiv_lt_0_compat; [pos | lra]. }
      rewrite EN. apply (Rmult_le_reg_r (12 * k0 * R0 * A)); [lra |].
      replace (T * omega * alpha * E / (12 * k0 * R0 * A) * (12 * k0 * R0 * A)) with (T * omega * alpha * E) by (field; repeat split; lra). lra.
  - apply Rmin_glb_lt.
    + apply root_lt; try pos. fold x. apply (Rmult_lt_reg_r (2 * A * T)); [pos |].
      replace (omega * alpha * E / (2 * A) * (2 * A * T)) with (T * omega * alpha * E) by (field; lra). lra.
    + apply root_lt; try assumption.
      { apply Rdiv_lt_0_compat; [pos | lra]. }
      rewrite EN. apply (Rmult_lt_reg_r (6 * k0 * R0 * A)); [lra |].
      replace (T * omega * alpha * E / (6 * k0 * R0 * A) * (6 * k0 * R0 * A)) with (T * omega * alpha * E) by (field; repeat split; lra). lra.
Qed.

End FixedDemand.

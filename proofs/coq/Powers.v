(** Real powers of positive numbers: positivity, monomials compared by their logarithms, roots, and two inequalities. *)
From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
Open Scope R_scope.

Lemma Rpower_pos (x y : R) : 0 < Rpower x y.
Proof. apply exp_pos. Qed.

Lemma pow2_pos (x : R) : 0 < x -> 0 < x ^ 2.
Proof. intros. apply pow_lt. assumption. Qed.

(** Positivity of products, quotients, sums, powers and what the context says is positive. *)
Ltac pos :=
  lazymatch goal with
  | |- 0 < Rpower _ _ => apply Rpower_pos
  | |- 0 < exp _ => apply exp_pos
  | |- 0 < ?x * ?y => first [assumption | apply Rmult_lt_0_compat; pos]
  | |- 0 < ?x / ?y => first [assumption | apply Rdiv_lt_0_compat; pos]
  | |- 0 < / ?x => first [assumption | apply Rinv_0_lt_compat; pos]
  | |- 0 < ?x ^ 2 => first [assumption | apply pow2_pos; pos]
  | |- 0 < sqrt _ => apply sqrt_lt_R0; pos
  | |- 0 < ?x + ?y => first [assumption | lra | apply Rplus_lt_0_compat; pos]
  | |- 0 < _ => first [assumption | lra]
  | |- _ > 0 => unfold Rgt; pos
  | |- _ <> 0 => first [assumption | lra | apply Rgt_not_eq; pos]
  end.

Lemma ln_Rpower (x y : R) : ln (Rpower x y) = y * ln x.
Proof. unfold Rpower. apply ln_exp. Qed.

Lemma ln_div (x y : R) : 0 < x -> 0 < y -> ln (x / y) = ln x - ln y.
Proof. intros. unfold Rdiv. rewrite ln_mult, ln_Rinv; try pos. ring. Qed.

Lemma ln_pow2 (x : R) : 0 < x -> ln (x ^ 2) = 2 * ln x.
Proof. intros. simpl. rewrite Rmult_1_r, ln_mult by assumption. ring. Qed.

(** Logarithms of products, quotients and powers written out. *)
Ltac ln_out :=
  repeat first
    [ rewrite ln_Rpower | rewrite ln_exp | rewrite ln_1
    | rewrite ln_mult by pos | rewrite ln_div by pos | rewrite ln_Rinv by pos | rewrite ln_pow2 by pos ].

(** Two monomials are equal if their logarithms are, which is linear algebra over the exponents. *)
Ltac monomials := apply ln_inv; [pos | pos | ln_out; try field; try pos].

Lemma ln_lt_iff (x y : R) : 0 < x -> 0 < y -> (x < y <-> ln x < ln y).
Proof. intros; split; [apply ln_increasing | apply ln_lt_inv]; assumption. Qed.

Lemma ln_le_iff (x y : R) : 0 < x -> 0 < y -> (x <= y <-> ln x <= ln y).
Proof.
  intros Hx Hy; split; intros H.
  - destruct H as [H | H]; [left; apply ln_increasing | right; rewrite H]; auto.
  - destruct H as [H | H]; [left; apply ln_lt_inv | right; apply ln_inv]; auto.
Qed.

(** x < y^(1/p) exactly where x^p < y, and its like. *)
Lemma root_lt (x y p : R) : 0 < x -> 0 < y -> 0 < p -> (x < Rpower y (1 / p) <-> Rpower x p < y).
Proof.
  intros Hx Hy Hp. rewrite (ln_lt_iff x), (ln_lt_iff _ y) by pos. rewrite !ln_Rpower.
  assert (E : 1 / p * ln y = ln y / p) by (field; lra). rewrite E.
  split; intros H.
  - apply (Rmult_lt_compat_l p) in H; [|assumption]. replace (p * (ln y / p)) with (ln y) in H by (field; lra). lra.
  - apply (Rmult_lt_reg_l p); [assumption|]. replace (p * (ln y / p)) with (ln y) by (field; lra). lra.
Qed.

Lemma root_le (x y p : R) : 0 < x -> 0 < y -> 0 < p -> (Rpower y (1 / p) <= x <-> y <= Rpower x p).
Proof.
  intros Hx Hy Hp. pose proof (root_lt x y p Hx Hy Hp) as H.
  split; intros K; apply Rnot_lt_le; intros L; apply H in L; lra.
Qed.

Lemma root_ge (x y p : R) : 0 < x -> 0 < y -> 0 < p -> (x <= Rpower y (1 / p) <-> Rpower x p <= y).
Proof.
  intros Hx Hy Hp. rewrite (ln_le_iff x), (ln_le_iff _ y) by pos. rewrite !ln_Rpower.
  assert (E : 1 / p * ln y = ln y / p) by (field; lra). rewrite E.
  split; intros H.
  - apply (Rmult_le_compat_l p) in H; [|lra]. replace (p * (ln y / p)) with (ln y) in H by (field; lra). lra.
  - apply (Rmult_le_reg_l p); [assumption|]. replace (p * (ln y / p)) with (ln y) by (field; lra). lra.
Qed.

Lemma Rpower_increasing (x y p : R) : 0 < x < y -> 0 < p -> Rpower x p < Rpower y p.
Proof. intros. apply Rlt_Rpower_l; tauto. Qed.

Lemma Rpower_decreasing (x y p : R) : 0 < x < y -> p < 0 -> Rpower y p < Rpower x p.
Proof.
  intros [Hx Hy] Hp. apply ln_lt_iff; try pos. rewrite !ln_Rpower.
  pose proof (ln_increasing x y Hx Hy). nra.
Qed.

Lemma Rpower_gt_1 (x p : R) : 1 < x -> 0 < p -> 1 < Rpower x p.
Proof. intros. rewrite <- (Rpower_O x) by lra. apply Rpower_lt; lra. Qed.

Lemma Rpower_1_l (p : R) : Rpower 1 p = 1.
Proof. unfold Rpower. rewrite ln_1, Rmult_0_r. apply exp_0. Qed.

(** Derivative of a power: p x^(p-1). *)
Lemma is_derive_Rpower (x p : R) : 0 < x -> is_derive (fun y => Rpower y p) x (p * Rpower x (p - 1)).
Proof. intros Hx. apply is_derive_Reals, derivable_pt_lim_power, Hx. Qed.

Lemma exp_above_line (x : R) : 1 + x <= exp x.
Proof. destruct (Req_dec x 0) as [->|H]; [rewrite exp_0; lra | left; apply exp_ineq1; assumption]. Qed.

Lemma ln_below_line (x : R) : 0 < x -> ln x <= x - 1.
Proof. intros H. pose proof (exp_above_line (ln x)). rewrite exp_ln in * by assumption. lra. Qed.

(** The exponential is convex: its chord between 0 and z lies above it. *)
Lemma exp_below_chord (p z : R) : 0 <= p <= 1 -> exp (p * z) <= p * exp z + (1 - p).
Proof.
  intros Hp.
  pose proof (exp_above_line ((1 - p) * z)) as H1. pose proof (exp_above_line (- (p * z))) as H2.
  assert (E1 : exp z = exp (p * z) * exp ((1 - p) * z)) by (rewrite <- exp_plus; f_equal; ring).
  assert (E2 : exp (p * z) * exp (- (p * z)) = 1) by (rewrite <- exp_plus, Rplus_opp_r; apply exp_0).
  pose proof (exp_pos (p * z)) as H3. set (u := exp (p * z)) in *. set (v := exp ((1 - p) * z)) in *.
  set (w := exp (- (p * z))) in *. rewrite E1.
  assert (p * v + (1 - p) * w >= 1) by nra. nra.
Qed.

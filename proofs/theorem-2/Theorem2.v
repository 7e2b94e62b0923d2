(** Theorem 2 of the paper, gamma = 0: its bounds with constants for every E, and their slack. *)
From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
From Optimand Require Import Powers Model Link Critical Existence Bounds.
Open Scope R_scope.

Lemma n_I_log a alpha omega E : 0 < a -> 0 < alpha -> 0 < omega -> 0 < E -> n_I a alpha 0 omega E = 1 / 2 * omega * alpha * E.
Proof.
  intros. unfold n_I. rewrite Rmult_0_r, Rplus_0_r, Rpower_O by assumption.
  replace (1 / 1) with 1 by field. rewrite Rpower_1 by pos. field.
Qed.

Section Theorem2.
Variables a alpha b beta omega delta E n d t : R.
Hypothesis firm : standing a alpha b beta 0 omega delta E.
Hypothesis best : sells a alpha b beta 0 omega delta E n d t.

Theorem theorem_2_size : n < 1 / 2 * omega * alpha * E.
Proof.
  rewrite <- (n_I_log a) by apply firm. apply (explicit_bounds a alpha b beta 0 omega delta E n d t firm best).
Qed.

Theorem theorem_2_spend : 6 * n * d / E < 6 * ray a b beta * Rpower (1 / 2 * omega * alpha * E) (k alpha beta) / E.
Proof.
  rewrite <- (n_I_log a) by apply firm. apply (explicit_bounds a alpha b beta 0 omega delta E n d t firm best).
Qed.

End Theorem2.

(** As E grows with the rest fixed, n* over the bound aE/rho tends to 0. *)
Theorem theorem_2_slack a alpha b beta omega delta eps :
  0 < a -> 0 < alpha -> 0 < b -> 0 < beta -> 0 < omega -> 0 < delta -> 0 < eps ->
  exists E0, 0 < E0 /\ forall E n d t, E0 <= E -> sells a alpha b beta 0 omega delta E n d t ->
    n <= eps * (a * E / rho a alpha b).
Proof.
  intros Ha Hal Hb Hbe Ho Hde He.
  destruct (slack a alpha b beta 0 omega delta (a / rho a alpha b) (1 / (1 + alpha * 0)) eps)
    as (E0 & H0 & H); try assumption; try reflexivity; try lra.
  { unfold rho. pos. }
  exists E0. split; [assumption |]. intros E n d t HE HS.
  assert (HE0 : 0 < E) by lra. assert (Hr : 0 < rho a alpha b) by apply Rpower_pos.
  pose proof (H E n d t HE HS) as K. replace (1 / (1 + alpha * 0)) with 1 in K by (rewrite Rmult_0_r; field).
  rewrite Rpower_1 in K by pos. replace (a * E / rho a alpha b) with (a / rho a alpha b * E) by (unfold Rdiv; ring). exact K.
Qed.

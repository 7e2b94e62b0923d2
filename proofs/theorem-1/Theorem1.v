(** Theorem 1 of the paper: its bound with a constant for every E, the exact gap below it, its slack, and no uniform constant. *)
From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
From Optimand Require Import Powers Model Link Critical Existence Bounds.
Open Scope R_scope.

Section Theorem1.
Variables a alpha b beta gamma omega delta E n d t : R.
Hypothesis firm : standing a alpha b beta gamma omega delta E.
Hypothesis best : sells a alpha b beta gamma omega delta E n d t.

Theorem size_below_n_I : n < n_I a alpha gamma omega E.
Proof. apply (explicit_bounds a alpha b beta gamma omega delta E n d t firm best). Qed.

Theorem theorem_1_size :
  n < Rpower (1 / 2 * omega * alpha * rho a alpha b) (1 / (1 + alpha * gamma)) *
      Rpower (E / (rho a alpha b * Rpower a gamma)) (1 / (1 + alpha * gamma)).
Proof.
  pose proof size_below_n_I as H. unfold n_I in H. rewrite (bound_by_rho a alpha b beta gamma omega delta E firm) in H.
  unfold rho. replace (1 / 2 * omega * alpha * Rpower (a / b) (1 / alpha)) with (omega * alpha * Rpower (a / b) (1 / alpha) / 2) by field.
  exact H.
Qed.

Theorem theorem_1_data : d < ray a b beta * Rpower (n_I a alpha gamma omega E) (k alpha beta - 1).
Proof. apply (explicit_bounds a alpha b beta gamma omega delta E n d t firm best). Qed.

Theorem theorem_1_spend : 6 * n * d / E < 6 * ray a b beta * Rpower (n_I a alpha gamma omega E) (k alpha beta) / E.
Proof. apply (explicit_bounds a alpha b beta gamma omega delta E n d t firm best). Qed.

(** Marginal revenue pays for inference and, 3kd/t times as much, for training. *)
Theorem marginal_revenue_split :
  alpha * omega / (Rpower a gamma * Rpower n (1 + alpha * gamma)) = 2 * (1 + 3 * k alpha beta * d / t) / E.
Proof.
  destruct (sells_critical a alpha b beta gamma omega delta E n d t firm best) as (Hc & Hd & Ht & _).
  rewrite (marginal_revenue a alpha b beta gamma omega delta E firm n Hc), <- Hd, <- Ht.
  unfold Rdiv. ring.
Qed.

Theorem size_identity_at_optimum :
  n = n_I a alpha gamma omega E * Rpower (1 + 3 * k alpha beta * d / t) (- (1 / (1 + alpha * gamma))).
Proof.
  destruct (sells_critical a alpha b beta gamma omega delta E n d t firm best) as (Hc & Hd & Ht & _).
  pose proof (size_identity a alpha b beta gamma omega delta E firm n Hc) as H. rewrite <- Hd, <- Ht in H.
  replace (- (1 / (1 + alpha * gamma))) with (- 1 / (1 + alpha * gamma)) by (unfold Rdiv; ring). exact H.
Qed.

End Theorem1.

(** For every gamma with 1 + beta gamma > 0, n*/bound tends to 0 as E grows with the rest fixed. *)
Theorem theorem_1_slack a alpha b beta gamma omega delta eps :
  0 < a -> 0 < alpha -> 0 < b -> 0 < beta -> 0 < omega -> 0 < delta -> 0 < 1 + alpha * gamma ->
  0 < 1 + beta * gamma -> 0 < eps ->
  exists E0, 0 < E0 /\ forall E n d t, E0 <= E -> sells a alpha b beta gamma omega delta E n d t ->
    n <= eps * Rpower (E / (rho a alpha b * Rpower a gamma)) (1 / (1 + alpha * gamma)).
Proof.
  intros Ha Hal Hb Hbe Ho Hde Hag Hbg He.
  destruct (slack a alpha b beta gamma omega delta (/ (rho a alpha b * Rpower a gamma)) (1 / (1 + alpha * gamma)) eps)
    as (E0 & H0 & H); try assumption; try reflexivity.
  { unfold rho. pos. }
  exists E0. split; [assumption |]. intros E n d t HE HS.
  replace (E / (rho a alpha b * Rpower a gamma)) with (/ (rho a alpha b * Rpower a gamma) * E) by (unfold Rdiv; ring).
  exact (H E n d t HE HS).
Qed.

(** The exponents quoted at alpha = beta = 0.3, gamma = -1, to two decimals. *)
Theorem quoted_exponents :
  Rabs (1 / (1 + 3 / 10 * - (1)) - 143 / 100) <= 5 / 1000 /\
  Rabs (k (3 / 10) (3 / 10) / (1 + 3 / 10 * - (1)) - 1 - 186 / 100) <= 5 / 1000.
Proof.
  unfold k. split; apply Rabs_le.
  - replace (1 / (1 + 3 / 10 * - (1))) with (10 / 7) by field. lra.
  - replace ((1 + 3 / 10 / (3 / 10)) / (1 + 3 / 10 * - (1))) with (20 / 7) by field. lra.
Qed.

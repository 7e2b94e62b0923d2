(** The optimum that uses the whole stock of data: size and training spend exactly, and how spend responds. *)
From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
From Optimand Require Import Powers Model Adoption BestSales EfficientRay.
Open Scope R_scope.

Section DataBound.
Variables a alpha b beta gamma omega delta E : R.
Hypothesis firm : standing a alpha b beta gamma omega delta E.

(** Theorem 3 of the paper, with its constants. *)
Theorem data_bound_size D n t : data_bound_optimum a alpha b beta gamma omega delta E D n D t ->
  n = Rpower D (beta / alpha) / Rpower (a / b) (1 / alpha).
Proof.
  intros S. pose proof (data_bound_on_ray _ _ _ _ _ _ _ _ firm D n D t S) as H.
  destruct S as (Hn & (HD & _) & _). destruct firm as (Ha & Hal & Hb & Hbe & _).
  apply (f_equal ln) in H. rewrite !ln_mult, !ln_Rpower in H by pos.
  apply ln_inv; try pos. ln_out. apply (Rmult_eq_reg_l alpha); [| lra].
  replace (alpha * (beta / alpha * ln D - 1 / alpha * (ln a - ln b))) with (beta * ln D - ln a + ln b) by (field; lra). lra.
Qed.

Theorem data_bound_spend D n t : data_bound_optimum a alpha b beta gamma omega delta E D n D t ->
  6 * n * D / E = 6 * Rpower D (1 + beta / alpha) / (Rpower (a / b) (1 / alpha) * E).
Proof.
  intros S. rewrite (data_bound_size D n t S). destruct S as (_ & (HD & _) & _).
  destruct firm as (Ha & Hal & Hb & Hbe & _ & _ & HE & _).
  rewrite Rpower_plus, Rpower_1 by assumption. field. pose proof (Rpower_pos (a / b) (1 / alpha)). split; lra.
Qed.

End DataBound.

(** Better use of data raises the spend of a firm short of them: the claim that it falls is refuted. *)
Theorem data_bound_spend_rises_with_b a alpha b b' beta gamma omega delta E D n t n' t' :
  standing a alpha b beta gamma omega delta E -> standing a alpha b' beta gamma omega delta E -> b < b' ->
  data_bound_optimum a alpha b beta gamma omega delta E D n D t ->
  data_bound_optimum a alpha b' beta gamma omega delta E D n' D t' ->
  6 * n * D / E < 6 * n' * D / E.
Proof.
  intros F F' L S S'. rewrite (data_bound_spend _ _ _ _ _ _ _ _ F D n t S), (data_bound_spend _ _ _ _ _ _ _ _ F' D n' t' S').
  destruct F as (Ha & Hal & Hb & Hbe & _ & _ & HE & _).
  assert (Hb' : 0 < b') by lra. apply ln_lt_iff; try pos. ln_out.
  pose proof (ln_increasing b b' Hb L). assert (0 < 1 / alpha) by pos. nra.
Qed.

Theorem data_bound_spend_falls_with_a a a' alpha b beta gamma omega delta E D n t n' t' :
  standing a alpha b beta gamma omega delta E -> standing a' alpha b beta gamma omega delta E -> a < a' ->
  data_bound_optimum a alpha b beta gamma omega delta E D n D t ->
  data_bound_optimum a' alpha b beta gamma omega delta E D n' D t' ->
  6 * n' * D / E < 6 * n * D / E.
Proof.
  intros F F' L S S'. rewrite (data_bound_spend _ _ _ _ _ _ _ _ F D n t S), (data_bound_spend _ _ _ _ _ _ _ _ F' D n' t' S').
  destruct F as (Ha & Hal & Hb & Hbe & _ & _ & HE & _).
  assert (Ha' : 0 < a') by lra. apply ln_lt_iff; try pos. ln_out.
  pose proof (ln_increasing a a' Ha L). assert (0 < 1 / alpha) by pos. nra.
Qed.

Theorem data_bound_spend_falls_with_E a alpha b beta gamma omega delta E E' D n t n' t' :
  standing a alpha b beta gamma omega delta E -> standing a alpha b beta gamma omega delta E' -> E < E' ->
  data_bound_optimum a alpha b beta gamma omega delta E D n D t ->
  data_bound_optimum a alpha b beta gamma omega delta E' D n' D t' ->
  6 * n' * D / E' < 6 * n * D / E.
Proof.
  intros F F' L S S'. rewrite (data_bound_size _ _ _ _ _ _ _ _ F D n t S), (data_bound_size _ _ _ _ _ _ _ _ F' D n' t' S').
  destruct F as (Ha & Hal & Hb & Hbe & _ & _ & HE & _). destruct S as (_ & (HD & _) & _).
  set (x := 6 * (Rpower D (beta / alpha) / Rpower (a / b) (1 / alpha)) * D). assert (0 < x) by (unfold x; pos).
  unfold Rdiv. apply Rmult_lt_compat_l; [assumption |]. apply Rinv_lt_contravar; [nra | assumption].
Qed.

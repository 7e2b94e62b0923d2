(** Signs, as comparisons of two firms at their optima: n* and d* rise with E and omega, n* rises with b, both fall with delta. *)
From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
From Optimand Require Import Powers Model Adoption BestSales EfficientRay Link Concave Critical.
Open Scope R_scope.

(** Two critical points, the one of the better placed firm with non-negative profit. *)
Theorem size_rises_with_E a alpha b beta gamma omega delta E E' n n' :
  standing a alpha b beta gamma omega delta E -> standing a alpha b beta gamma omega delta E' -> E < E' ->
  critical a alpha b beta gamma omega delta E n -> critical a alpha b beta gamma omega delta E' n' ->
  0 <= reduced a alpha b beta gamma omega delta E' n' -> n < n'.
Proof.
  intros F F' HE Hc Hc' HP'.
  pose proof (margin_still_rises _ _ _ _ _ _ _ _ F n Hc) as HM1.
  pose proof (training_pos _ _ _ _ _ _ _ _ F n) as T.
  destruct Hc as (Hn & HM & Heq).
  destruct F as (Ha & Hal & Hb & Hbe & Ho & Hde & HE0 & Hag).
  assert (Hinv : / E' < / E) by (apply Rinv_lt_contravar; [nra | assumption]).
  assert (L1 : margin a alpha gamma omega E n < margin a alpha gamma omega E' n) by (unfold margin, Rdiv; nra).
  assert (L2 : margin_slope a alpha gamma omega E n < margin_slope a alpha gamma omega E' n) by (unfold margin_slope, Rdiv; lra).
  apply (larger_model_pays a alpha b beta gamma omega delta E' F' n n'); try assumption; [lra |].
  apply Rlt_trans with (12 * delta * k alpha beta * ray a b beta * Rpower n (k alpha beta - 1) / E).
  - set (x := 12 * delta * k alpha beta * ray a b beta * Rpower n (k alpha beta - 1)) in *.
    assert (0 < x) by (unfold Rdiv in T; assert (0 < / E) by pos; nra). unfold Rdiv. nra.
  - rewrite <- Heq. nra.
Qed.

Theorem size_rises_with_omega a alpha b beta gamma omega omega' delta E n n' :
  standing a alpha b beta gamma omega delta E -> standing a alpha b beta gamma omega' delta E -> omega < omega' ->
  critical a alpha b beta gamma omega delta E n -> critical a alpha b beta gamma omega' delta E n' ->
  0 <= reduced a alpha b beta gamma omega' delta E n' -> n < n'.
Proof.
  intros F F' Hw Hc Hc' HP'.
  pose proof (margin_still_rises _ _ _ _ _ _ _ _ F n Hc) as HM1.
  destruct Hc as (Hn & HM & Heq).
  pose proof (margin_quality _ _ _ _ _ _ _ _ F n Hn HM) as Hq.
  destruct F as (Ha & Hal & Hb & Hbe & Ho & Hde & HE & Hag).
  assert (Hf : 0 < deformed_log (a * Rpower n alpha) gamma) by (apply deformed_log_pos; lra).
  assert (L1 : margin a alpha gamma omega E n < margin a alpha gamma omega' E n) by (unfold margin; nra).
  assert (L2 : margin_slope a alpha gamma omega E n < margin_slope a alpha gamma omega' E n).
  { unfold margin_slope, Rdiv. set (x := / (Rpower a gamma * Rpower n (1 + alpha * gamma))).
    assert (0 < x) by (unfold x; pos). assert (alpha * omega * x < alpha * omega' * x) by (apply Rmult_lt_compat_r; [assumption | apply Rmult_lt_compat_l; assumption]). lra. }
  apply (larger_model_pays a alpha b beta gamma omega' delta E F' n n'); try assumption; [lra |].
  rewrite <- Heq. nra.
Qed.

Theorem size_rises_with_b a alpha b b' beta gamma omega delta E n n' :
  standing a alpha b beta gamma omega delta E -> standing a alpha b' beta gamma omega delta E -> b < b' ->
  critical a alpha b beta gamma omega delta E n -> critical a alpha b' beta gamma omega delta E n' ->
  0 <= reduced a alpha b' beta gamma omega delta E n' -> n < n'.
Proof.
  intros F F' Hbb Hc Hc' HP'. pose proof (k_above_1 _ _ _ _ _ _ _ _ F) as Hk.
  destruct Hc as (Hn & HM & Heq).
  destruct F as (Ha & Hal & Hb & Hbe & Ho & Hde & HE & Hag).
  assert (L : ray a b' beta < ray a b beta).
  { unfold ray. apply Rpower_increasing; [| pos]. split; [apply Rdiv_lt_0_compat; lra |].
    unfold Rdiv. apply Rmult_lt_compat_l; [assumption | apply Rinv_lt_contravar; [nra | assumption]]. }
  apply (larger_model_pays a alpha b' beta gamma omega delta E F' n n'); try assumption.
  rewrite Heq. unfold Rdiv. set (r := Rpower n (k alpha beta - 1)). assert (0 < r) by apply Rpower_pos.
  apply Rmult_lt_compat_r; [pos |]. apply Rmult_lt_compat_r; [assumption |]. apply Rmult_lt_compat_l; [pos | assumption].
Qed.

Theorem size_falls_with_delta a alpha b beta gamma omega delta delta' E n n' :
  standing a alpha b beta gamma omega delta E -> standing a alpha b beta gamma omega delta' E -> delta' < delta ->
  critical a alpha b beta gamma omega delta E n -> critical a alpha b beta gamma omega delta' E n' ->
  0 <= reduced a alpha b beta gamma omega delta' E n' -> n < n'.
Proof.
  intros F F' Hdd Hc Hc' HP'. pose proof (k_above_1 _ _ _ _ _ _ _ _ F) as Hk.
  pose proof (ray_pos a b beta) as HR.
  destruct Hc as (Hn & HM & Heq).
  destruct F as (Ha & Hal & Hb & Hbe & Ho & Hde & HE & Hag).
  apply (larger_model_pays a alpha b beta gamma omega delta' E F' n n'); try assumption.
  rewrite Heq. unfold Rdiv. set (r := Rpower n (k alpha beta - 1)). assert (0 < r) by apply Rpower_pos.
  apply Rmult_lt_compat_r; [pos |]. apply Rmult_lt_compat_r; [assumption |].
  apply Rmult_lt_compat_r; [assumption |]. apply Rmult_lt_compat_r; [lra |]. lra.
Qed.

(** Along the ray data rise and fall with size. *)
Lemma data_with_size a alpha b beta n n' : 0 < alpha -> 0 < beta -> 0 < n < n' ->
  ray a b beta * Rpower n (k alpha beta - 1) < ray a b beta * Rpower n' (k alpha beta - 1).
Proof.
  intros. apply Rmult_lt_compat_l; [apply Rpower_pos |]. apply Rpower_increasing; [assumption |].
  unfold k. assert (0 < alpha / beta) by pos. lra.
Qed.

Lemma at_optimum a alpha b beta gamma omega delta E n d t :
  standing a alpha b beta gamma omega delta E -> sells a alpha b beta gamma omega delta E n d t ->
  critical a alpha b beta gamma omega delta E n /\ d = ray a b beta * Rpower n (k alpha beta - 1) /\
  0 <= reduced a alpha b beta gamma omega delta E n.
Proof.
  intros F S. destruct (link _ _ _ _ _ _ _ _ F _ _ _ S) as (_ & Hd & _ & Hc & HP).
  repeat split; try apply Hc; try assumption. rewrite <- HP. left. apply S.
Qed.

(** The same of the three-variable optima. *)
Theorem optimum_rises_with_E a alpha b beta gamma omega delta E E' n d t n' d' t' :
  standing a alpha b beta gamma omega delta E -> standing a alpha b beta gamma omega delta E' -> E < E' ->
  sells a alpha b beta gamma omega delta E n d t -> sells a alpha b beta gamma omega delta E' n' d' t' ->
  n < n' /\ d < d'.
Proof.
  intros F F' HE S S'. destruct (at_optimum _ _ _ _ _ _ _ _ _ _ _ F S) as (Hc & Hd & _).
  destruct (at_optimum _ _ _ _ _ _ _ _ _ _ _ F' S') as (Hc' & Hd' & HP').
  assert (L : n < n') by (exact (size_rises_with_E _ _ _ _ _ _ _ _ _ _ _ F F' HE Hc Hc' HP')). split; [assumption |]. rewrite Hd, Hd'.
  apply data_with_size; try apply F; split; [apply Hc | assumption].
Qed.

Theorem optimum_rises_with_omega a alpha b beta gamma omega omega' delta E n d t n' d' t' :
  standing a alpha b beta gamma omega delta E -> standing a alpha b beta gamma omega' delta E -> omega < omega' ->
  sells a alpha b beta gamma omega delta E n d t -> sells a alpha b beta gamma omega' delta E n' d' t' ->
  n < n' /\ d < d'.
Proof.
  intros F F' HE S S'. destruct (at_optimum _ _ _ _ _ _ _ _ _ _ _ F S) as (Hc & Hd & _).
  destruct (at_optimum _ _ _ _ _ _ _ _ _ _ _ F' S') as (Hc' & Hd' & HP').
  assert (L : n < n') by (exact (size_rises_with_omega _ _ _ _ _ _ _ _ _ _ _ F F' HE Hc Hc' HP')). split; [assumption |]. rewrite Hd, Hd'.
  apply data_with_size; try apply F; split; [apply Hc | assumption].
Qed.

(** Better data efficiency means a larger model. *)
Theorem optimum_rises_with_b a alpha b b' beta gamma omega delta E n d t n' d' t' :
  standing a alpha b beta gamma omega delta E -> standing a alpha b' beta gamma omega delta E -> b < b' ->
  sells a alpha b beta gamma omega delta E n d t -> sells a alpha b' beta gamma omega delta E n' d' t' ->
  n < n'.
Proof.
  intros F F' HE S S'. destruct (at_optimum _ _ _ _ _ _ _ _ _ _ _ F S) as (Hc & Hd & _).
  destruct (at_optimum _ _ _ _ _ _ _ _ _ _ _ F' S') as (Hc' & Hd' & HP'). exact (size_rises_with_b _ _ _ _ _ _ _ _ _ _ _ F F' HE Hc Hc' HP').
Qed.

Theorem optimum_falls_with_delta a alpha b beta gamma omega delta delta' E n d t n' d' t' :
  standing a alpha b beta gamma omega delta E -> standing a alpha b beta gamma omega delta' E -> delta < delta' ->
  sells a alpha b beta gamma omega delta E n d t -> sells a alpha b beta gamma omega delta' E n' d' t' ->
  n' < n /\ d' < d.
Proof.
  intros F F' HE S S'. destruct (at_optimum _ _ _ _ _ _ _ _ _ _ _ F' S') as (Hc & Hd & _).
  destruct (at_optimum _ _ _ _ _ _ _ _ _ _ _ F S) as (Hc' & Hd' & HP').
  assert (L : n' < n) by (exact (size_falls_with_delta _ _ _ _ _ _ _ _ _ _ _ F' F HE Hc Hc' HP')). split; [assumption |]. rewrite Hd, Hd'.
  apply data_with_size; try apply F; split; [apply Hc | assumption].
Qed.

(** Responses to a with rho = (a/b)^(1/alpha) held, so that b rises along with a: two firms at their optima compared. *)
From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
From Optimand Require Import Powers Model Adoption BestSales EfficientRay Link Concave Critical Elasticity Statics Responses.
Open Scope R_scope.

Section HeldRho.
Variables a a' alpha b b' beta gamma omega delta E n d t n' d' t' : R.
Hypothesis F : standing a alpha b beta gamma omega delta E.
Hypothesis F' : standing a' alpha b' beta gamma omega delta E.
Hypothesis La : a < a'.
Hypothesis held : rho a' alpha b' = rho a alpha b.
Hypothesis S : sells a alpha b beta gamma omega delta E n d t.
Hypothesis S' : sells a' alpha b' beta gamma omega delta E n' d' t'.
Local Notation M := (margin a alpha gamma omega E).
Local Notation M' := (margin a' alpha gamma omega E).
Local Notation M1 := (margin_slope a alpha gamma omega E).
Local Notation M1' := (margin_slope a' alpha gamma omega E).
Local Notation k0 := (k alpha beta).

(** The ray is held as well. *)
Lemma same_ray : ray a' b' beta = ray a b beta.
Proof.
  destruct F as (Ha & Hal & Hb & Hbe & _). destruct F' as (Ha' & _ & Hb' & _). unfold rho in held. unfold ray.
  assert (Q : ln (a' / b') = ln (a / b)).
  { pose proof (f_equal ln held) as H. rewrite !ln_Rpower in H. apply (Rmult_eq_reg_l (1 / alpha)); [assumption |].
    apply Rgt_not_eq. pos. }
  unfold Rpower. rewrite Q. reflexivity.
Qed.

(** What data and spend do where size moves on one ray. *)
Lemma along_the_ray x y : 0 < x < y ->
  ray a b beta * Rpower x (k0 - 1) < ray a b beta * Rpower y (k0 - 1) /\
  6 * x * (ray a b beta * Rpower x (k0 - 1)) / E < 6 * y * (ray a b beta * Rpower y (k0 - 1)) / E.
Proof.
  intros Hxy. pose proof F as (Ha & Hal & Hb & Hbe & Ho & Hde & HE & _).
  pose proof (data_with_size a alpha b beta x y Hal Hbe Hxy) as D. split; [exact D |].
  assert (P : 0 < ray a b beta * Rpower x (k0 - 1)) by (apply Rmult_lt_0_compat; apply Rpower_pos).
  set (dx := ray a b beta * Rpower x (k0 - 1)) in *. set (dy := ray a b beta * Rpower y (k0 - 1)) in *.
  unfold Rdiv. apply Rmult_lt_compat_r; [pos | nra].
Qed.

Lemma better_quality x : 0 < x -> 0 < a * Rpower x alpha < a' * Rpower x alpha.
Proof. intros Hx. destruct F as (Ha & _). pose proof (Rpower_pos x alpha). split; [pos | nra]. Qed.

Lemma larger_margin x : 0 < x -> M x < M' x.
Proof.
  intros Hx. pose proof F as (Ha & Hal & Hb & Hbe & Ho & Hde & HE & _). unfold margin.
  pose proof (adoption_increasing _ _ gamma (better_quality x Hx)). nra.
Qed.

(** With gamma at most 0 everything rises: larger models, more data, more spend. *)
Theorem all_rise_with_a_rho_held : gamma <= 0 -> n < n' /\ d < d' /\ 6 * n * d / E < 6 * n' * d' / E.
Proof.
  intros Hg. destruct (at_optimum _ _ _ _ _ _ _ _ _ _ _ F S) as (Hc & Hd & _).
  destruct (at_optimum _ _ _ _ _ _ _ _ _ _ _ F' S') as (Hc' & Hd' & HP').
  pose proof (margin_still_rises _ _ _ _ _ _ _ _ F n Hc) as HM1. pose proof same_ray as Er.
  destruct Hc as (Hn & HM & Heq). pose proof (larger_margin n Hn) as LM.
  assert (L1 : M1 n <= M1' n).
  { apply (Rmult_le_reg_l n); [assumption |]. pose proof F as (Ha & Hal & _ & _ & Ho & _).
    rewrite !slope_in_quality by (try assumption; lra).
    assert (Q : Rpower (a * Rpower n alpha) (- gamma) <= Rpower (a' * Rpower n alpha) (- gamma)).
    { pose proof (better_quality n Hn) as B. apply ln_le_iff; try pos. rewrite !ln_Rpower.
      pose proof (ln_increasing _ _ (proj1 B) (proj2 B)). nra. }
    assert (0 < alpha * omega) by pos. nra. }
  assert (L : n < n').
  { apply (larger_model_pays a' alpha b' beta gamma omega delta E F' n n' Hc' HP' Hn ltac:(lra)).
    rewrite Er, <- Heq. nra. }
  rewrite Hd, Hd', Er. split; [assumption |]. apply along_the_ray. lra.
Qed.

(** Where the margin is less elastic than alpha gamma, everything falls. *)
Theorem all_fall_with_a_rho_held : margin_elasticity a alpha gamma omega E n <= alpha * gamma ->
  n' < n /\ d' < d /\ 6 * n' * d' / E < 6 * n * d / E.
Proof.
  intros Hw. unfold margin_elasticity in Hw. destruct (at_optimum _ _ _ _ _ _ _ _ _ _ _ F S) as (Hc & Hd & HP).
  destruct (at_optimum _ _ _ _ _ _ _ _ _ _ _ F' S') as (Hc' & Hd' & _).
  pose proof (margin_still_rises _ _ _ _ _ _ _ _ F n Hc) as HM1.
  pose proof (margin_still_rises _ _ _ _ _ _ _ _ F' n' Hc') as HM1'. pose proof same_ray as Er.
  destruct Hc' as (Hn' & HM' & Heq'). pose proof Hc as (Hn & HM & Heq).
  pose proof F as (Ha & Hal & Hb & Hbe & Ho & Hde & HE & Hag). assert (Ha' : 0 < a') by lra.
  assert (Hg : 0 < gamma).
  { assert (0 < n * M1 n / M n) by pos. apply (Rmult_lt_reg_l alpha); [assumption | lra]. }
  assert (L : n' < n).
  { destruct (Rlt_le_dec n' n) as [|Ge]; [assumption |].
    (* At n' the first firm's margin rises too, and is at most as elastic as at n. *)
    set (Q := Rpower (a * Rpower n' alpha) (- gamma)). set (Q' := Rpower (a' * Rpower n' alpha) (- gamma)).
    assert (LQ : Q' < Q) by (apply Rpower_decreasing; [apply better_quality |]; lra).
    assert (EM1 : n' * M1 n' = alpha * omega * Q - 2 * n' / E) by (apply slope_in_quality; assumption).
    assert (EM1' : n' * M1' n' = alpha * omega * Q' - 2 * n' / E) by (apply slope_in_quality; assumption).
    assert (Hao : 0 < alpha * omega) by pos.
    assert (P1 : 0 < M1 n').
    { apply (Rmult_lt_reg_l n'); [assumption |]. assert (0 < n' * M1' n') by pos. rewrite Rmult_0_r. nra. }
    assert (P : 0 < M n').
    { destruct (Req_dec n' n) as [-> | Hne]; [assumption |].
      destruct (derivable_mean M M1 n n' ltac:(lra)) as (z & Ez & Hz).
      { intros z Hz. apply (margin_derivative a alpha b beta gamma omega delta E F). lra. }
      assert (0 < M1 z).
      { pose proof (slope_falls a alpha b beta gamma omega delta E F z n' ltac:(lra)). lra. }
      nra. }
    assert (W : n' * M1 n' / M n' <= alpha * gamma).
    { destruct (Req_dec n' n) as [-> | Hne]; [assumption |].
      pose proof (margin_elasticity_falls a alpha b beta gamma omega delta E F n n' ltac:(lra) HM P). lra. }
    apply (larger_model_pays a alpha b beta gamma omega delta E F n' n Hc HP Hn' P).
    rewrite Er in Heq'. rewrite <- Heq'. apply (Rmult_lt_reg_l n'); [assumption |].
    replace (n' * (M' n' * M1' n')) with (M' n' * (n' * M1' n')) by ring.
    replace (n' * (M n' * M1 n')) with (M n' * (n' * M1 n')) by ring.
    assert (W2 : n' * M1 n' <= alpha * gamma * M n').
    { apply (Rmult_le_compat_r (M n')) in W; [| lra]. replace (n' * M1 n' / M n' * M n') with (n' * M1 n') in W by (field; lra). exact W. }
    assert (EM : gamma * M n' = omega * (1 - Q) - gamma * (2 * n' / E)).
    { unfold margin. rewrite deformed_log_not_0 by lra. fold Q. field. lra. }
    assert (EM' : gamma * M' n' = omega * (1 - Q') - gamma * (2 * n' / E)).
    { unfold margin. rewrite deformed_log_not_0 by lra. fold Q'. field. lra. }
    set (c := 2 * n' / E) in *. set (s := n' * M1 n') in *. set (s' := n' * M1' n') in *.
    apply (Rmult_lt_reg_l gamma); [assumption |].
    replace (gamma * (M' n' * s')) with ((gamma * M' n') * s') by ring.
    replace (gamma * (M n' * s)) with ((gamma * M n') * s) by ring.
    assert (Eg : gamma * M' n' = gamma * M n' + omega * (Q - Q')) by lra.
    assert (Es : s' = s - alpha * omega * (Q - Q')) by (rewrite EM1, EM1'; ring).
    rewrite Eg, Es. set (x := omega * (Q - Q')) in *.
    assert (Hx : 0 < x) by (unfold x; apply Rmult_lt_0_compat; lra).
    replace (alpha * omega * (Q - Q')) with (alpha * x) by (unfold x; ring).
    assert (0 < alpha * (x * x)) by (apply Rmult_lt_0_compat; [| apply Rmult_lt_0_compat]; assumption).
    assert (x * s <= x * (alpha * gamma * M n')) by (apply Rmult_le_compat_l; lra). nra. }
  rewrite Hd, Hd', Er. split; [assumption |]. apply along_the_ray. lra.
Qed.

End HeldRho.

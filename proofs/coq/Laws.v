(** The laws at an optimum that earns something, in the form in which the derivations state them. *)
From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
From Optimand Require Import Powers Model Adoption BestSales EfficientRay Link Concave Critical Regimes Existence Bounds.
Open Scope R_scope.

Section Laws.
Variables a alpha b beta gamma omega delta E n d t : R.
Hypothesis firm : standing a alpha b beta gamma omega delta E.
Hypothesis best : sells a alpha b beta gamma omega delta E n d t.
Local Notation k0 := (k alpha beta).
Local Notation kap := (kappa a alpha b beta delta).

Lemma at_best : critical a alpha b beta gamma omega delta E n /\ 0 <= reduced a alpha b beta gamma omega delta E n.
Proof. destruct (sells_critical a alpha b beta gamma omega delta E n d t firm best) as (Hc & _ & _ & HP). split; [exact Hc | lra]. Qed.

Lemma square_of_power : Rpower a (2 * gamma) = Rpower a gamma ^ 2.
Proof. replace (2 * gamma) with (gamma + gamma) by ring. rewrite Rpower_plus. ring. Qed.

(** gamma < 0 and 1 + beta gamma > 0: both laws bound size, for every E. *)
Theorem size_below_training_law : gamma < 0 -> 0 < 1 + beta * gamma ->
  n < Rpower (alpha * omega ^ 2 * E / (- gamma * kap * Rpower a (2 * gamma))) (1 / (k0 + 2 * alpha * gamma)).
Proof.
  intros Hg Hbg. destruct at_best as [Hc HP].
  assert (Hp : 0 < k0 + 2 * (alpha * gamma)).
  { destruct firm as (_ & Hal & _ & Hbe & _ & _ & _ & Hag). unfold k.
    assert (E1 : alpha / beta + alpha * gamma = alpha / beta * (1 + beta * gamma)) by (field; lra).
    assert (0 < alpha / beta * (1 + beta * gamma)) by pos. lra. }
  pose proof (two_sided a alpha b beta gamma omega delta E firm n Hg Hp Hc HP) as [_ U].
  pose proof (Rlt_le_trans _ _ _ U (Rmin_r _ _)) as H. rewrite square_of_power.
  replace (alpha * omega ^ 2 * E) with (omega ^ 2 * alpha * E) by ring.
  replace (k0 + 2 * alpha * gamma) with (k0 + 2 * (alpha * gamma)) by ring. exact H.
Qed.

Theorem two_sided_law : gamma < 0 -> 0 < 1 + beta * gamma ->
  Rmin (Rpower (omega * alpha * E / (4 * Rpower a gamma)) (1 / (1 + alpha * gamma)))
       (Rpower (alpha ^ 2 * omega ^ 2 * E / (2 * k0 * kap * Rpower a (2 * gamma))) (1 / (k0 + 2 * alpha * gamma))) <= n /\
  n < Rmin (n_I a alpha gamma omega E)
           (Rpower (alpha * omega ^ 2 * E / (- gamma * kap * Rpower a (2 * gamma))) (1 / (k0 + 2 * alpha * gamma))).
Proof.
  intros Hg Hbg. destruct at_best as [Hc HP].
  assert (Hp : 0 < k0 + 2 * (alpha * gamma)).
  { destruct firm as (_ & Hal & _ & Hbe & _ & _ & _ & Hag). unfold k.
    assert (E1 : alpha / beta + alpha * gamma = alpha / beta * (1 + beta * gamma)) by (field; lra).
    assert (0 < alpha / beta * (1 + beta * gamma)) by pos. lra. }
  pose proof (two_sided a alpha b beta gamma omega delta E firm n Hg Hp Hc HP) as H. rewrite square_of_power.
  replace (alpha * omega ^ 2 * E) with (omega ^ 2 * alpha * E) by ring.
  replace (alpha ^ 2 * omega ^ 2 * E) with (omega ^ 2 * alpha ^ 2 * E) by ring.
  replace (k0 + 2 * alpha * gamma) with (k0 + 2 * (alpha * gamma)) by ring. exact H.
Qed.

(** gamma > 0: adoption saturates. *)
Theorem size_below_saturated_law : 0 < gamma ->
  n < Rpower (alpha * omega ^ 2 * E / (gamma * kap * Rpower a gamma)) (1 / (k0 + alpha * gamma)).
Proof.
  intros Hg. destruct at_best as [Hc _].
  replace (alpha * omega ^ 2 * E) with (omega ^ 2 * alpha * E) by ring.
  exact (size_below_saturated a alpha b beta gamma omega delta E firm n Hg Hc).
Qed.

Theorem size_above_saturated_law : 0 < gamma ->
  Rpower (Rpower (alpha * omega ^ 2 / (gamma * kap * Rpower a gamma)) (1 + alpha * gamma) /
          Rpower (alpha * omega / (4 * Rpower a gamma)) (k0 + alpha * gamma)) (1 / (k0 - 1)) <= E ->
  2 * k0 * kap * Rpower a (2 * gamma) * Rpower ((2 + alpha * gamma) / Rpower a gamma) ((k0 + 2 * alpha * gamma) / (alpha * gamma)) /
    (alpha ^ 2 * omega ^ 2) <= E ->
  Rpower (alpha * omega ^ 2 * E / (4 * gamma * kap * Rpower a gamma)) (1 / (k0 + alpha * gamma)) <= n.
Proof.
  intros Hg H1 H2. destruct at_best as [Hc HP].
  replace (alpha * omega ^ 2 * E) with (omega ^ 2 * alpha * E) by ring.
  replace (4 * gamma * kap * Rpower a gamma) with (4 * (gamma * kap * Rpower a gamma)) by ring.
  apply (training_dominated a alpha b beta gamma omega delta E firm n Hg); try assumption.
  - replace (omega ^ 2 * alpha) with (alpha * omega ^ 2) by ring. replace (omega * alpha) with (alpha * omega) by ring. exact H1.
  - apply Rle_trans with (2 := H2). right. rewrite square_of_power. fold kap.
    replace (k0 + 2 * (alpha * gamma)) with (k0 + 2 * alpha * gamma) by ring.
    pose proof (kappa_pos a alpha b beta gamma omega delta E firm) as HK. fold kap in HK.
    pose proof (k_above_1 _ _ _ _ _ _ _ _ firm). pose proof (Rpower_pos a gamma).
    destruct firm as (Ha & Hal & Hb & Hbe & Ho & Hde & HE & Hag).
    change (12 * delta * k0 * ray a b beta) with kap. field. repeat split; lra.
Qed.

End Laws.

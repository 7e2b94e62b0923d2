(** The laws of the variants that are the baseline in other letters, in their own. *)
From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
From Optimand Require Import Powers Model Adoption BestSales EfficientRay Link Concave Critical Regimes Existence Bounds Laws Variants.
Open Scope R_scope.

Section VariantLaws.
Variables a alpha b beta gamma omega delta E : R.
Hypothesis firm : standing a alpha b beta gamma omega delta E.
Local Notation k0 := (k alpha beta).

(** The same constants in other letters. *)
Lemma ray_in_quality_of q0 : 0 < q0 -> ray (a / q0) (b / q0) beta = ray a b beta.
Proof. intros H0. destruct firm as (Ha & _ & Hb & _). unfold ray. f_equal. field. lra. Qed.

Lemma kappa_in_quality_of q0 : 0 < q0 -> kappa (a / q0) alpha (b / q0) beta delta = kappa a alpha b beta delta.
Proof. intros H0. unfold kappa. rewrite ray_in_quality_of by assumption. reflexivity. Qed.

Lemma power_in_quality_of q0 p : 0 < q0 -> Rpower (a / q0) p = Rpower a p * Rpower q0 (- p).
Proof. intros H0. destruct firm as (Ha & _). monomials. Qed.

Lemma rival_standing q0 : 0 < q0 -> standing (a / q0) alpha (b / q0) beta gamma (omega * Rpower q0 (- gamma)) delta E.
Proof. intros H0. destruct firm as (Ha & Hal & Hb & Hbe & Ho & Hde & HE & Hag). repeat split; try assumption; pos. Qed.

(** A free rival leaves the laws for gamma < 0 as they are, constants and all. *)
Theorem rival_law q0 n d t : 0 < q0 -> sells_at (rival_profit a alpha b beta gamma omega delta E q0) n d t -> gamma < 0 -> 0 < 1 + beta * gamma ->
  Rmin (Rpower (omega * alpha * E / (4 * Rpower a gamma)) (1 / (1 + alpha * gamma)))
       (Rpower (alpha ^ 2 * omega ^ 2 * E / (2 * k0 * kappa a alpha b beta delta * Rpower a (2 * gamma))) (1 / (k0 + 2 * alpha * gamma))) <= n /\
  n < Rmin (n_I a alpha gamma omega E)
           (Rpower (alpha * omega ^ 2 * E / (- gamma * kappa a alpha b beta delta * Rpower a (2 * gamma))) (1 / (k0 + 2 * alpha * gamma))).
Proof.
  intros H0 S Hg Hbg. pose proof (rival_standing q0 H0) as F. pose proof (ray_pos a b beta).
  pose proof (kappa_pos a alpha b beta gamma omega delta E firm) as HK. fold (kappa a alpha b beta delta) in HK.
  pose proof (k_above_1 _ _ _ _ _ _ _ _ firm) as Hk.
  apply rival_is_baseline in S; [| apply firm | apply firm | assumption].
  pose proof (two_sided_law _ _ _ _ _ _ _ _ n d t F S Hg Hbg) as L. unfold n_I in L.
  rewrite kappa_in_quality_of in L by assumption. rewrite !power_in_quality_of in L by assumption. unfold n_I.
  destruct firm as (Ha & Hal & Hb & Hbe & Ho & Hde & HE & Hag).
  set (r := Rpower q0 (- gamma)) in *. assert (Hr : 0 < r) by apply Rpower_pos.
  assert (E2 : Rpower q0 (- (2 * gamma)) = r ^ 2).
  { unfold r. replace (- (2 * gamma)) with (- gamma + - gamma) by ring. rewrite Rpower_plus. ring. }
  rewrite E2 in L. pose proof (Rpower_pos a gamma) as P1. pose proof (Rpower_pos a (2 * gamma)) as P2.
  set (kap := kappa a alpha b beta delta) in *. set (A := Rpower a gamma) in *. set (A2 := Rpower a (2 * gamma)) in *.
  replace (omega * r * alpha * E / (4 * (A * r))) with (omega * alpha * E / (4 * A)) in L by (field; lra).
  replace (omega * r * alpha * E / (2 * (A * r))) with (omega * alpha * E / (2 * A)) in L by (field; lra).
  replace (alpha ^ 2 * (omega * r) ^ 2 * E / (2 * k0 * kap * (A2 * r ^ 2)))
    with (alpha ^ 2 * omega ^ 2 * E / (2 * k0 * kap * A2)) in L by (field; repeat split; lra).
  replace (alpha * (omega * r) ^ 2 * E / (- gamma * kap * (A2 * r ^ 2)))
    with (alpha * omega ^ 2 * E / (- gamma * kap * A2)) in L by (field; repeat split; lra).
  exact L.
Qed.

(** Nor does it move the bound that holds for every gamma. *)
Theorem rival_size_below_n_I q0 n d t : 0 < q0 -> sells_at (rival_profit a alpha b beta gamma omega delta E q0) n d t -> n < n_I a alpha gamma omega E.
Proof.
  intros H0 S. pose proof (rival_standing q0 H0) as F.
  apply rival_is_baseline in S; [| apply firm | apply firm | assumption].
  destruct (sells_critical _ _ _ _ _ _ _ _ _ _ _ F S) as (Hc & _).
  pose proof (size_below _ _ _ _ _ _ _ _ F n Hc) as L. rewrite power_in_quality_of in L by assumption.
  destruct firm as (Ha & Hal & Hb & Hbe & Ho & Hde & HE & Hag). unfold n_I.
  pose proof (Rpower_pos q0 (- gamma)). pose proof (Rpower_pos a gamma).
  replace (omega * Rpower q0 (- gamma) * alpha * E / (2 * (Rpower a gamma * Rpower q0 (- gamma))))
    with (omega * alpha * E / (2 * Rpower a gamma)) in L by (field; lra). exact L.
Qed.

(** Competition changes a constant: kappa holds delta (m + 1)/2. *)
Theorem cournot_law m n d t : 1 <= m -> cournot_equilibrium a alpha b beta gamma omega delta E m n d t -> gamma < 0 -> 0 < 1 + beta * gamma ->
  Rmin (Rpower (omega * alpha * E / (4 * Rpower a gamma)) (1 / (1 + alpha * gamma)))
       (Rpower (alpha ^ 2 * omega ^ 2 * E / (2 * k0 * kappa a alpha b beta (delta * (m + 1) / 2) * Rpower a (2 * gamma))) (1 / (k0 + 2 * alpha * gamma))) <= n /\
  n < Rmin (n_I a alpha gamma omega E)
           (Rpower (alpha * omega ^ 2 * E / (- gamma * kappa a alpha b beta (delta * (m + 1) / 2) * Rpower a (2 * gamma))) (1 / (k0 + 2 * alpha * gamma))).
Proof.
  intros Hm S Hg Hbg. pose proof (cournot_is_baseline a alpha b beta gamma omega delta E firm m n d t Hm S) as B.
  refine (two_sided_law _ _ _ _ _ _ _ _ n d t _ B Hg Hbg).
  destruct firm as (Ha & Hal & Hb & Hbe & Ho & Hde & HE & Hag).
  repeat split; try assumption. apply Rdiv_lt_0_compat; [apply Rmult_lt_0_compat |]; lra.
Qed.

Theorem cournot_size_below_n_I m n d t : 1 <= m -> cournot_equilibrium a alpha b beta gamma omega delta E m n d t -> n < n_I a alpha gamma omega E.
Proof.
  intros Hm S. pose proof (cournot_is_baseline a alpha b beta gamma omega delta E firm m n d t Hm S) as B.
  assert (F : standing a alpha b beta gamma omega (delta * (m + 1) / 2) E).
  { destruct firm as (Ha & Hal & Hb & Hbe & Ho & Hde & HE & Hag).
    repeat split; try assumption. apply Rdiv_lt_0_compat; [apply Rmult_lt_0_compat |]; lra. }
  destruct (sells_critical _ _ _ _ _ _ _ _ _ _ _ F B) as (Hc & _). exact (size_below _ _ _ _ _ _ _ _ F n Hc).
Qed.

End VariantLaws.

(** Drifting thresholds: the laws of the baseline with (1 - drift) gamma in the place of gamma in every exponent. *)
Section Drifting.
Variables a alpha b beta gamma omega delta E drift : R.
Hypothesis Hd1 : drift < 1.
Hypothesis firm : standing a (alpha * (1 - drift)) b (beta * (1 - drift)) gamma omega delta E.

Lemma drifting_standing :
  standing (Rpower a (1 - drift)) (alpha * (1 - drift)) (Rpower b (1 - drift)) (beta * (1 - drift)) gamma omega delta E.
Proof. destruct firm as (Ha & Hal & Hb & Hbe & Ho & Hde & HE & Hag). repeat split; try assumption; pos. Qed.

Lemma drifting_kappa : 
  kappa (Rpower a (1 - drift)) (alpha * (1 - drift)) (Rpower b (1 - drift)) (beta * (1 - drift)) delta = kappa a alpha b beta delta.
Proof.
  destruct firm as (Ha & Hal & Hb & Hbe & Ho & Hde & HE & Hag).
  assert (H1 : 0 < 1 - drift) by lra.
  assert (Hbe0 : 0 < beta) by (apply (Rmult_lt_reg_r (1 - drift)); lra).
  assert (Ek : k (alpha * (1 - drift)) (beta * (1 - drift)) = k alpha beta) by (unfold k; field; lra).
  unfold kappa. rewrite Ek. f_equal. unfold ray. apply ln_inv; [pos | pos |]. ln_out. field. lra.
Qed.

Theorem drifting_law n d t : sells_at (drifting_profit a alpha b beta gamma omega delta E drift) n d t ->
  gamma < 0 -> 0 < 1 + beta * (1 - drift) * gamma ->
  Rmin (Rpower (omega * (alpha * (1 - drift)) * E / (4 * Rpower (Rpower a (1 - drift)) gamma)) (1 / (1 + (alpha * (1 - drift)) * gamma)))
       (Rpower ((alpha * (1 - drift)) ^ 2 * omega ^ 2 * E / (2 * k alpha beta * kappa a alpha b beta delta * Rpower (Rpower a (1 - drift)) (2 * gamma)))
         (1 / (k alpha beta + 2 * (alpha * (1 - drift)) * gamma))) <= n /\
  n < Rmin (n_I (Rpower a (1 - drift)) (alpha * (1 - drift)) gamma omega E)
           (Rpower ((alpha * (1 - drift)) * omega ^ 2 * E / (- gamma * kappa a alpha b beta delta * Rpower (Rpower a (1 - drift)) (2 * gamma)))
             (1 / (k alpha beta + 2 * (alpha * (1 - drift)) * gamma))).
Proof.
  intros S Hg Hbg. apply drifting_is_baseline in S; [| apply firm | apply firm | assumption].
  pose proof (two_sided_law _ _ _ _ _ _ _ _ n d t drifting_standing S Hg Hbg) as L. rewrite drifting_kappa in L.
  assert (Ek : k (alpha * (1 - drift)) (beta * (1 - drift)) = k alpha beta).
  { destruct firm as (_ & _ & _ & Hbe & _). unfold k. field. split; first [lra | intros ->; rewrite Rmult_0_l in Hbe; lra]. }
  rewrite Ek in L. exact L.
Qed.

Theorem drifting_size_below_n_I n d t : sells_at (drifting_profit a alpha b beta gamma omega delta E drift) n d t ->
  n < n_I (Rpower a (1 - drift)) (alpha * (1 - drift)) gamma omega E.
Proof.
  intros S. apply drifting_is_baseline in S; [| apply firm | apply firm | assumption].
  destruct (sells_critical _ _ _ _ _ _ _ _ _ _ _ drifting_standing S) as (Hc & _).
  exact (size_below _ _ _ _ _ _ _ _ drifting_standing n Hc).
Qed.

End Drifting.

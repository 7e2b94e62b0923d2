(** Adoption f: its density, derivative, limit, monotonicity and concavity; its composition with the power a n^alpha. *)
From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
From Optimand Require Import Powers Model.
Open Scope R_scope.

Lemma deformed_log_0 (q : R) : deformed_log q 0 = ln q.
Proof. unfold deformed_log. destruct (Req_EM_T 0 0); lra. Qed.

Lemma deformed_log_not_0 (q gamma : R) : gamma <> 0 -> deformed_log q gamma = (1 - Rpower q (- gamma)) / gamma.
Proof. intros. unfold deformed_log. destruct (Req_EM_T gamma 0); [contradiction | reflexivity]. Qed.

Lemma deformed_log_1 (gamma : R) : deformed_log 1 gamma = 0.
Proof. unfold deformed_log. destruct (Req_EM_T gamma 0); rewrite ?ln_1, ?Rpower_1_l; [reflexivity | field; assumption]. Qed.

(** The derivative of f is the density of thresholds. *)
Lemma adoption_derivative (q gamma : R) :
  0 < q -> is_derive (fun x => deformed_log x gamma) q (Rpower q (- (1 + gamma))).
Proof.
  intros Hq. unfold deformed_log. destruct (Req_EM_T gamma 0) as [-> | Hg].
  - replace (Rpower q (- (1 + 0))) with (/ q).
    + apply is_derive_Reals. apply derivable_pt_lim_ln. assumption.
    + rewrite Rplus_0_r, Rpower_Ropp, Rpower_1; auto.
  - unfold Rpower. auto_derive; [assumption |].
    replace (- (1 + gamma) * ln q) with (- gamma * ln q + - ln q) by ring.
    rewrite exp_plus, (exp_Ropp (ln q)), exp_ln by assumption. field. split; [apply Rgt_not_eq |]; assumption.
Qed.

Lemma continuous_Rpower (x p : R) : 0 < x -> continuous (fun y => Rpower y p) x.
Proof. intros H. apply (ex_derive_continuous (fun y => Rpower y p)). eexists. apply is_derive_Rpower, H. Qed.

(** f(q) sums the density s^-(1+gamma) from the lowest threshold 1 up to q. *)
Theorem adoption_integral (q gamma : R) :
  0 < q -> is_RInt (fun s => Rpower s (- (1 + gamma))) 1 q (deformed_log q gamma).
Proof.
  intros Hq. assert (Hmin : 0 < Rmin 1 q) by (apply Rmin_glb_lt; lra).
  replace (deformed_log q gamma) with (minus (deformed_log q gamma) (deformed_log 1 gamma)).
  2: { rewrite deformed_log_1. unfold minus, plus, opp; simpl. ring. }
  apply (is_RInt_derive (fun x => deformed_log x gamma)).
  - intros x Hx. apply adoption_derivative. lra.
  - intros x Hx. apply continuous_Rpower. lra.
Qed.

(** The logarithm is the limit of the general case. *)
Theorem adoption_limit (q : R) :
  0 < q -> is_lim (fun gamma => (1 - Rpower q (- gamma)) / gamma) 0 (ln q).
Proof.
  intros Hq.
  assert (D : is_derive (fun g => - Rpower q (- g)) 0 (ln q)).
  { unfold Rpower. auto_derive; [exact I | rewrite Ropp_0, Rmult_0_l, exp_0; ring]. }
  apply is_derive_Reals in D. apply is_lim_spec. intros eps.
  destruct (D eps (cond_pos eps)) as [dl Hd]. exists dl. intros g Hg Hg0.
  specialize (Hd g Hg0). rewrite Rplus_0_l, Ropp_0, Rpower_O in Hd by assumption.
  replace ((1 - Rpower q (- g)) / g) with ((- Rpower q (- g) - - (1)) / g) by (unfold Rdiv; ring).
  apply Hd. unfold ball in Hg; simpl in Hg; unfold AbsRing_ball, abs, minus, plus, opp in Hg; simpl in Hg.
  rewrite Ropp_0, Rplus_0_r in Hg. exact Hg.
Qed.

Lemma derivable_mean (f df : R -> R) (x y : R) :
  x < y -> (forall z, x <= z <= y -> is_derive f z (df z)) ->
  exists z, f y - f x = df z * (y - x) /\ x < z < y.
Proof. intros H D. apply MVT_cor2; [assumption | intros; apply is_derive_Reals; auto]. Qed.

(** Better quality is always adopted by somebody more. *)
Theorem adoption_increasing (x y gamma : R) : 0 < x < y -> deformed_log x gamma < deformed_log y gamma.
Proof.
  intros [Hx Hxy].
  destruct (derivable_mean (fun q => deformed_log q gamma) (fun q => Rpower q (- (1 + gamma))) x y) as (z & Hz & _).
  - assumption.
  - intros z Hz. apply adoption_derivative. lra.
  - pose proof (Rpower_pos z (- (1 + gamma))). nra.
Qed.

Lemma adoption_below_tangent (x y gamma : R) : 0 < x -> 0 < y -> -1 <= gamma ->
  deformed_log y gamma <= deformed_log x gamma + Rpower x (- (1 + gamma)) * (y - x).
Proof.
  intros Hx Hy Hg.
  assert (falls : forall u v, 0 < u <= v -> Rpower v (- (1 + gamma)) <= Rpower u (- (1 + gamma))).
  { intros u v [Hu Huv]. apply ln_le_iff; try pos. rewrite !ln_Rpower.
    destruct Huv as [Huv | <-]; [pose proof (ln_increasing u v Hu Huv); nra | lra]. }
  destruct (Rtotal_order x y) as [H | [<- | H]].
  - destruct (derivable_mean (fun q => deformed_log q gamma) (fun q => Rpower q (- (1 + gamma))) x y) as (z & Ez & Hz);
      [assumption | intros; apply adoption_derivative; lra |].
    pose proof (falls x z ltac:(lra)). nra.
  - lra.
  - destruct (derivable_mean (fun q => deformed_log q gamma) (fun q => Rpower q (- (1 + gamma))) y x) as (z & Ez & Hz);
      [assumption | intros; apply adoption_derivative; lra |].
    pose proof (falls z x ltac:(lra)). nra.
Qed.

(** For gamma >= -1 adoption is concave above the lowest threshold. *)
Theorem adoption_concave (x y s gamma : R) :
  1 <= x -> 1 <= y -> 0 <= s <= 1 -> -1 <= gamma ->
  s * deformed_log x gamma + (1 - s) * deformed_log y gamma <= deformed_log (s * x + (1 - s) * y) gamma.
Proof.
  intros Hx Hy Hs Hg. set (z := s * x + (1 - s) * y). assert (Hz : 0 < z) by (unfold z; nra).
  pose proof (adoption_below_tangent z x gamma Hz ltac:(lra) Hg) as H1.
  pose proof (adoption_below_tangent z y gamma Hz ltac:(lra) Hg) as H2.
  assert (E : s * (x - z) + (1 - s) * (y - z) = 0) by (unfold z; ring).
  set (u := Rpower z (- (1 + gamma))) in *.
  assert (s * (u * (x - z)) + (1 - s) * (u * (y - z)) = 0) by (transitivity (u * (s * (x - z) + (1 - s) * (y - z))); [ring | rewrite E; ring]).
  nra.
Qed.

(** Positive exactly above the lowest threshold, so the formula and adoption agree wherever something is sold. *)
Lemma deformed_log_pos (q gamma : R) : 0 < q -> (0 < deformed_log q gamma <-> 1 < q).
Proof.
  intros Hq. rewrite <- (deformed_log_1 gamma). split; intros H.
  - destruct (Rtotal_order 1 q) as [L | [<- | L]]; [assumption | lra |].
    pose proof (adoption_increasing q 1 gamma ltac:(lra)). lra.
  - apply adoption_increasing. lra.
Qed.

Theorem adoption_where (q gamma : R) :
  0 < q -> (1 <= q -> adoption gamma q = deformed_log q gamma) /\ (q <= 1 -> adoption gamma q = 0).
Proof.
  intros Hq. pose proof (deformed_log_pos q gamma Hq) as H. unfold adoption.
  split; intros L; [apply Rmax_right | apply Rmax_left].
  - destruct L as [L | <-]; [left; apply H, L | right; symmetry; apply deformed_log_1].
  - apply Rnot_lt_le. intros K. apply H in K. lra.
Qed.

(** On the ray: the slope of adoption in model size is one power of n. *)
Lemma adoption_slope (a alpha gamma n : R) : 0 < a -> 0 < n ->
  is_derive (fun x => deformed_log (a * Rpower x alpha) gamma) n
    (alpha / (Rpower a gamma * Rpower n (1 + alpha * gamma))).
Proof.
  intros Ha Hn.
  assert (D : is_derive (fun x => a * Rpower x alpha) n (a * (alpha * Rpower n (alpha - 1)))).
  { apply (is_derive_scal (fun x => Rpower x alpha)). apply is_derive_Rpower, Hn. }
  pose proof (is_derive_comp (fun q => deformed_log q gamma) (fun x => a * Rpower x alpha) n _ _
    (adoption_derivative (a * Rpower n alpha) gamma ltac:(pos)) D) as H.
  eapply is_derive_ext'; [| exact H] || (replace (alpha / _) with
    (scal (a * (alpha * Rpower n (alpha - 1))) (Rpower (a * Rpower n alpha) (- (1 + gamma)))); [exact H |]).
  unfold scal; simpl; unfold mult; simpl.
  replace (a * (alpha * Rpower n (alpha - 1)) * Rpower (a * Rpower n alpha) (- (1 + gamma)))
    with (alpha * (a * Rpower n (alpha - 1) * Rpower (a * Rpower n alpha) (- (1 + gamma)))) by ring.
  unfold Rdiv. f_equal. apply ln_inv; try pos. ln_out. ring.
Qed.

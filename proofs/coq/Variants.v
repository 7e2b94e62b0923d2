(** Variants that are the baseline in other letters: thresholds that drift, a free rival, and sellers alike that compete. *)
From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
From Optimand Require Import Powers Model Adoption BestSales EfficientRay Link Concave Critical.
Open Scope R_scope.

(** A choice that nothing beats, under some profit, and that earns something. *)
Definition sells_at (pi : R -> R -> R -> R) (n d t : R) : Prop :=
  (0 < n /\ 0 < d /\ 0 <= t /\
   forall n' d' t', 0 < n' -> 0 < d' -> 0 <= t' -> pi n' d' t' <= pi n d t) /\ 0 < pi n d t.

(** Two profits that agree wherever there is a choice have the same optima. *)
Lemma sells_at_ext (pi pi' : R -> R -> R -> R) n d t :
  (forall n d t, 0 < n -> 0 < d -> pi n d t = pi' n d t) -> (sells_at pi n d t <-> sells_at pi' n d t).
Proof.
  intros H. unfold sells_at.
  split; intros [(Hn & Hd & Ht & Hbest) Hp]; (split; [split; [| split; [| split]] |]); try assumption.
  - intros. rewrite <- !H by assumption. apply Hbest; assumption.
  - rewrite <- H by assumption. assumption.
  - intros. rewrite !H by assumption. apply Hbest; assumption.
  - rewrite H by assumption. assumption.
Qed.

Section Variants.
Variables a alpha b beta gamma omega delta E : R.

(** Thresholds drift up with the frontier: what counts is quality to the power 1 - drift. *)
Definition drifting_profit (drift n d t : R) : R :=
  omega * t * adoption gamma (Rpower (quality a alpha b beta n d) (1 - drift)) - delta * t ^ 2 - 6 * n * d / E - 2 * n * t / E.

(** A free rival of quality q0 serves everybody whose threshold it passes. *)
Definition rival_profit (q0 n d t : R) : R :=
  omega * t * Rmax 0 (deformed_log (quality a alpha b beta n d) gamma - deformed_log q0 gamma) - delta * t ^ 2 - 6 * n * d / E - 2 * n * t / E.

(** One of several sellers; the others' sales press on its price. *)
Definition cournot_profit (t_others n d t : R) : R :=
  omega * t * adoption gamma (quality a alpha b beta n d) - delta * t ^ 2 - delta * t * t_others - 6 * n * d / E - 2 * n * t / E.

(** m sellers alike: with (m - 1) t sold by the others no choice of one's own is better. *)
Definition cournot_equilibrium (m n d t : R) : Prop := sells_at (cournot_profit ((m - 1) * t)) n d t.

Lemma Rpower_Rmin x y p : 0 < x -> 0 < y -> 0 < p -> Rpower (Rmin x y) p = Rmin (Rpower x p) (Rpower y p).
Proof.
  intros Hx Hy Hp. assert (mono : forall u v, 0 < u -> u <= v -> Rpower u p <= Rpower v p).
  { intros u v Hu [L | ->]; [left; apply Rpower_increasing; lra | right; reflexivity]. }
  destruct (Rle_lt_dec x y) as [L | L].
  - rewrite !Rmin_left; [reflexivity | apply mono |]; assumption.
  - rewrite !Rmin_right; [reflexivity | apply mono |]; lra.
Qed.

Lemma drifting_profit_is n d t drift : 0 < a -> 0 < b -> drift < 1 -> 0 < n -> 0 < d ->
  drifting_profit drift n d t =
  profit (Rpower a (1 - drift)) (alpha * (1 - drift)) (Rpower b (1 - drift)) (beta * (1 - drift)) gamma omega delta E n d t.
Proof.
  intros Ha Hb Hk Hn Hd. unfold drifting_profit, profit, quality. rewrite Rpower_Rmin by (try pos; lra).
  rewrite <- !Rpower_mult_distr by pos. rewrite !Rpower_mult. reflexivity.
Qed.

(** Drifting thresholds are the baseline with other efficiencies and exponents. *)
Theorem drifting_is_baseline drift n d t : 0 < a -> 0 < b -> drift < 1 ->
  (sells_at (drifting_profit drift) n d t <->
   sells (Rpower a (1 - drift)) (alpha * (1 - drift)) (Rpower b (1 - drift)) (beta * (1 - drift)) gamma omega delta E n d t).
Proof. intros. apply sells_at_ext. intros. apply drifting_profit_is; assumption. Qed.

(** Adoption beyond a rival is adoption of quality against the rival's. *)
Lemma adoption_beyond q0 q : 0 < q0 -> 0 < q ->
  deformed_log q gamma - deformed_log q0 gamma = Rpower q0 (- gamma) * deformed_log (q / q0) gamma.
Proof.
  intros H0 Hq. destruct (Req_dec gamma 0) as [-> | Hg].
  - rewrite !deformed_log_0, Ropp_0, Rpower_O by assumption. rewrite ln_div by assumption. ring.
  - rewrite !deformed_log_not_0 by assumption.
    assert (Q : Rpower q (- gamma) = Rpower q0 (- gamma) * Rpower (q / q0) (- gamma)).
    { apply ln_inv; [pos | pos |]. ln_out. ring. }
    rewrite Q. field. assumption.
Qed.

Lemma rival_profit_is q0 n d t : 0 < a -> 0 < b -> 0 < q0 -> 0 < n -> 0 < d ->
  rival_profit q0 n d t = profit (a / q0) alpha (b / q0) beta gamma (omega * Rpower q0 (- gamma)) delta E n d t.
Proof.
  intros Ha Hb H0 Hn Hd. unfold rival_profit, profit, adoption. 
  assert (Hq : 0 < quality a alpha b beta n d) by (unfold quality; apply Rmin_glb_lt; pos).
  assert (Eq : quality (a / q0) alpha (b / q0) beta n d = quality a alpha b beta n d / q0).
  { unfold quality. assert (Hi : 0 <= / q0) by (left; pos).
    replace (a / q0 * Rpower n alpha) with (a * Rpower n alpha * / q0) by (unfold Rdiv; ring).
    replace (b / q0 * Rpower d beta) with (b * Rpower d beta * / q0) by (unfold Rdiv; ring).
    set (x := a * Rpower n alpha). set (y := b * Rpower d beta). unfold Rdiv.
    destruct (Rle_lt_dec x y) as [L | L].
    - rewrite !Rmin_left; [reflexivity | assumption | apply Rmult_le_compat_r; assumption].
    - rewrite !Rmin_right; [reflexivity | left; assumption | apply Rmult_le_compat_r; lra]. }
  rewrite Eq, adoption_beyond by assumption. pose proof (Rpower_pos q0 (- gamma)) as P.
  set (r := Rpower q0 (- gamma)) in *. set (f := deformed_log (quality a alpha b beta n d / q0) gamma).
  replace (Rmax 0 (r * f)) with (r * Rmax 0 f); [ring |].
  rewrite <- (Rmult_0_r r). rewrite RmaxRmult by lra. rewrite Rmult_0_r. reflexivity.
Qed.

(** A free rival is the baseline with efficiencies and a price in units of its quality. *)
Theorem rival_is_baseline q0 n d t : 0 < a -> 0 < b -> 0 < q0 ->
  (sells_at (rival_profit q0) n d t <->
   sells (a / q0) alpha (b / q0) beta gamma (omega * Rpower q0 (- gamma)) delta E n d t).
Proof. intros. apply sells_at_ext. intros. apply rival_profit_is; assumption. Qed.

Hypothesis firm : standing a alpha b beta gamma omega delta E.
Local Notation M := (margin a alpha gamma omega E).
Local Notation M1 := (margin_slope a alpha gamma omega E).
Local Notation R0 := (ray a b beta).
Local Notation k0 := (k alpha beta).

Lemma deformed_log_at_most q : 0 < q -> deformed_log q gamma <= adoption gamma q.
Proof. intros _. apply Rmax_r. Qed.

(** An optimum over size alone, on the ray and with sales given: marginal revenue pays for inference and training. *)
Lemma stationary_on_ray s n : 0 < n -> 0 < s ->
  (forall x, 0 < x -> s * M x - 6 * R0 * Rpower x k0 / E <= s * M n - 6 * R0 * Rpower n k0 / E) ->
  s * M1 n = 6 * k0 * R0 * Rpower n (k0 - 1) / E.
Proof.
  intros Hn Hs Hbest. pose proof (margin_derivative a alpha b beta gamma omega delta E firm n Hn) as D.
  set (h x := s * M x - 6 * R0 * Rpower x k0 / E) in *.
  assert (Dh : is_derive h n (s * M1 n - 6 * R0 / E * (k0 * Rpower n (k0 - 1)))).
  { apply (is_derive_ext (fun x => s * M x - 6 * R0 / E * Rpower x k0)).
    - intros x. unfold h. change (@eq R (s * M x - 6 * R0 / E * Rpower x k0) (s * M x - 6 * R0 * Rpower x k0 / E)). unfold Rdiv. ring.
    - apply (is_derive_minus (fun x => s * M x) (fun x => 6 * R0 / E * Rpower x k0)).
      + apply (is_derive_scal M). exact D.
      + apply (is_derive_scal (fun x => Rpower x k0)). apply is_derive_Rpower. assumption. }
  apply is_derive_Reals in Dh. set (l := s * M1 n - 6 * R0 / E * (k0 * Rpower n (k0 - 1))) in *.
  assert (Z : l = 0).
  { rewrite <- (derive_pt_eq_0 h n l (exist _ l Dh) Dh).
    apply (deriv_maximum h (n / 2) (2 * n) n); [lra | lra |]. intros x Hx _. apply Hbest. lra. }
  unfold l in Z. unfold Rdiv in *. lra.
Qed.

Lemma cournot_off_the_ray o n d t : 0 < n -> 0 < d -> 0 <= t -> a * Rpower n alpha <> b * Rpower d beta ->
  exists n0 d0, 0 < n0 /\ 0 < d0 /\ cournot_profit o n d t < cournot_profit o n0 d0 t.
Proof.
  intros Hn Hd Ht Hoff.
  destruct (off_the_ray_loses a alpha b beta gamma omega delta E firm n d t Hn Hd Ht Hoff) as (n0 & d0 & Hn0 & Hd0 & L).
  exists n0, d0. split; [lra | split; [lra |]]. unfold cournot_profit. unfold profit in L. lra.
Qed.

(** Each of m sellers in equilibrium chooses what a monopolist would whose demand falls (m + 1)/2 times as fast. *)
Theorem cournot_is_baseline m n d t : 1 <= m -> cournot_equilibrium m n d t ->
  sells a alpha b beta gamma omega (delta * (m + 1) / 2) E n d t.
Proof.
  intros Hm [(Hn & Hd & Ht & Hbest) Hp]. set (o := (m - 1) * t) in *.
  pose proof firm as (Ha & Hal & Hb & Hbe & Ho & Hde & HE & Hag).
  assert (Hr : a * Rpower n alpha = b * Rpower d beta).
  { destruct (Req_dec (a * Rpower n alpha) (b * Rpower d beta)) as [|Hoff]; [assumption | exfalso].
    destruct (cournot_off_the_ray o n d t Hn Hd Ht Hoff) as (n0 & d0 & H1 & H2 & L).
    specialize (Hbest n0 d0 t H1 H2 Ht). lra. }
  pose proof (proj1 (ray_data a alpha b beta gamma omega delta E firm n d Hn Hd) Hr) as Ed.
  assert (Qn : forall x, 0 < x -> quality a alpha b beta x (R0 * Rpower x (k0 - 1)) = a * Rpower x alpha).
  { intros. apply (quality_on_ray a alpha b beta gamma omega delta E firm). assumption. }
  assert (Hq : quality a alpha b beta n d = a * Rpower n alpha) by (rewrite Ed; apply Qn, Hn).
  set (mu := omega * adoption gamma (a * Rpower n alpha) - 2 * n / E).
  assert (Hc : 0 < 6 * n * d / E) by pos.
  assert (Par : forall s, cournot_profit o n d s = (mu - delta * o) * s - delta * s ^ 2 - 6 * n * d / E).
  { intros s. unfold cournot_profit. rewrite Hq. unfold mu, Rdiv. ring. }
  assert (Ht0 : 0 < t).
  { destruct Ht as [|<-]; [assumption | exfalso]. rewrite Par in Hp. simpl in Hp. lra. }
  assert (Hd2 : 0 < delta * t ^ 2) by pos.
  assert (Foc : mu - delta * o = 2 * delta * t).
  { rewrite Par in Hp. set (A := mu - delta * o) in *.
    assert (HA : 0 < A) by (assert (0 < A * t) by lra; nra).
    assert (Hs : 0 <= A / (2 * delta)) by (left; pos).
    pose proof (Hbest n d (A / (2 * delta)) Hn Hd Hs) as L. rewrite !Par in L. fold A in L.
    assert (Sq : delta * (t - A / (2 * delta)) ^ 2 <= 0).
    { replace (delta * (t - A / (2 * delta)) ^ 2)
        with (A * (A / (2 * delta)) - delta * (A / (2 * delta)) ^ 2 - (A * t - delta * t ^ 2)) by (field; lra). lra. }
    assert (Z : t - A / (2 * delta) = 0).
    { destruct (Req_dec (t - A / (2 * delta)) 0) as [|Hne]; [assumption | exfalso].
      pose proof (pow2_gt_0 _ Hne). nra. }
    replace A with (2 * delta * (A / (2 * delta))) by (field; lra). replace (A / (2 * delta)) with t by lra. ring. }
  assert (Mu : mu = delta * (m + 1) * t) by (unfold o in Foc; lra).
  assert (HMn : 0 < M n).
  { apply (adoption_margin a alpha b beta gamma omega delta E firm n Hn). fold mu. rewrite Mu.
    repeat apply Rmult_lt_0_compat; lra. }
  assert (EM : M n = mu) by (symmetry; apply (margin_adoption a alpha b beta gamma omega delta E firm n Hn HMn)).
  assert (Split : forall x, Rpower x k0 = Rpower x (1 + (k0 - 1))) by (intros; f_equal; ring).
  assert (Stat : t * M1 n = 6 * k0 * R0 * Rpower n (k0 - 1) / E).
  { apply stationary_on_ray; try assumption. intros x Hx.
    assert (HRx : 0 < R0 * Rpower x (k0 - 1)) by (apply Rmult_lt_0_compat; apply Rpower_pos).
    pose proof (Hbest x (R0 * Rpower x (k0 - 1)) t Hx HRx Ht) as L. rewrite Par, <- EM in L.
    unfold cournot_profit in L. rewrite Qn in L by assumption.
    assert (A : deformed_log (a * Rpower x alpha) gamma <= adoption gamma (a * Rpower x alpha)).
    { apply deformed_log_at_most. pos. }
    rewrite !Split, !Rpower_plus, !Rpower_1 by assumption. rewrite Ed in L.
    assert (B : t * M x <= omega * t * adoption gamma (a * Rpower x alpha) - 2 * x * t / E).
    { unfold margin. replace (t * (omega * deformed_log (a * Rpower x alpha) gamma - 2 * x / E))
        with (omega * t * deformed_log (a * Rpower x alpha) gamma - 2 * x * t / E) by (unfold Rdiv; ring).
      assert (0 < omega * t) by pos. nra. }
    replace (6 * R0 * (x * Rpower x (k0 - 1)) / E) with (6 * x * (R0 * Rpower x (k0 - 1)) / E) by (unfold Rdiv; ring).
    replace (6 * R0 * (n * Rpower n (k0 - 1)) / E) with (6 * n * (R0 * Rpower n (k0 - 1)) / E) by (unfold Rdiv; ring). lra. }
  assert (Hd' : 0 < delta * (m + 1) / 2) by (apply Rdiv_lt_0_compat; [apply Rmult_lt_0_compat |]; lra).
  assert (firm' : standing a alpha b beta gamma omega (delta * (m + 1) / 2) E) by (repeat split; assumption).
  assert (Crit : critical a alpha b beta gamma omega (delta * (m + 1) / 2) E n).
  { split; [assumption | split; [assumption |]]. rewrite EM, Mu.
    replace (delta * (m + 1) * t * M1 n) with (delta * (m + 1) * (t * M1 n)) by ring. rewrite Stat. field. lra. }
  assert (Et : t = M n / (2 * (delta * (m + 1) / 2))) by (rewrite EM, Mu; field; lra).
  assert (Earn : 0 < reduced a alpha b beta gamma omega (delta * (m + 1) / 2) E n).
  { unfold reduced. rewrite EM, Mu. rewrite Split, Rpower_plus, Rpower_1 by assumption.
    replace (6 * R0 * (n * Rpower n (k0 - 1)) / E) with (6 * n * d / E) by (rewrite Ed; unfold Rdiv; ring).
    replace ((delta * (m + 1) * t) ^ 2 / (4 * (delta * (m + 1) / 2))) with ((m + 1) / 2 * (delta * t ^ 2)) by (field; lra).
    rewrite Par, Foc in Hp. assert (delta * t ^ 2 <= (m + 1) / 2 * (delta * t ^ 2)) by nra.
    replace (2 * delta * t * t) with (2 * (delta * t ^ 2)) in Hp by ring. lra. }
  pose proof (critical_is_optimum a alpha b beta gamma omega _ E firm' n Crit (Rlt_le _ _ Earn)) as O.
  rewrite <- Ed, <- Et in O. split; [exact O |].
  rewrite Ed, Et. rewrite (profit_on_ray a alpha b beta gamma omega _ E firm' n Hn HMn). exact Earn.
Qed.

End Variants.

(** From the three-variable problem to the reduced one: derivatives, and where an optimum lies. *)
From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
From Optimand Require Import Powers Model Adoption BestSales EfficientRay.
Open Scope R_scope.

Section Link.
Variables a alpha b beta gamma omega delta E : R.
Hypothesis firm : standing a alpha b beta gamma omega delta E.
Local Notation pi := (profit a alpha b beta gamma omega delta E).
Local Notation M := (margin a alpha gamma omega E).
Local Notation M1 := (margin_slope a alpha gamma omega E).
Local Notation R0 := (ray a b beta).
Local Notation k0 := (k alpha beta).
Local Notation Pi := (reduced a alpha b beta gamma omega delta E).

Lemma ray_pos : 0 < R0. Proof. apply Rpower_pos. Qed.
Lemma k_above_1 : 1 < k0.
Proof. destruct firm as (_ & Hal & _ & Hbe & _). unfold k. assert (0 < alpha / beta) by pos. lra. Qed.

(** The ray solved for data. *)
Theorem ray_data n d : 0 < n -> 0 < d ->
  (a * Rpower n alpha = b * Rpower d beta <-> d = R0 * Rpower n (k0 - 1)).
Proof.
  destruct firm as (Ha & Hal & Hb & Hbe & _). intros Hn Hd. unfold ray, k. split; intros H.
  - apply (f_equal ln) in H. rewrite !ln_mult, !ln_Rpower in H by pos.
    apply ln_inv; try pos. ln_out.
    apply (Rmult_eq_reg_l beta); [| lra]. replace (beta * ln d) with (ln a + alpha * ln n - ln b) by lra. field. lra.
  - subst d. apply ln_inv; try pos. ln_out. field. lra.
Qed.

Lemma margin_derivative n : 0 < n -> is_derive M n (M1 n).
Proof.
  destruct firm as (Ha & Hal & Hb & Hbe & Ho & Hde & HE & _). intros Hn. unfold margin, margin_slope.
  assert (D : is_derive (fun x => omega * deformed_log (a * Rpower x alpha) gamma - 2 * x / E) n
    (omega * (alpha / (Rpower a gamma * Rpower n (1 + alpha * gamma))) - 2 / E)).
  { apply (is_derive_minus (fun x => omega * deformed_log (a * Rpower x alpha) gamma) (fun x => 2 * x / E)).
    - apply (is_derive_scal (fun x => deformed_log (a * Rpower x alpha) gamma)). apply adoption_slope; assumption.
    - auto_derive; [exact I | field; lra]. }
  replace (alpha * omega / (Rpower a gamma * Rpower n (1 + alpha * gamma)) - 2 / E)
    with (omega * (alpha / (Rpower a gamma * Rpower n (1 + alpha * gamma))) - 2 / E); [exact D | unfold Rdiv; ring].
Qed.

(** The derivative of the reduced profit; alpha and beta are any two positive exponents. *)
Theorem reduced_derivative n : 0 < n ->
  is_derive Pi n (M n * M1 n / (2 * delta) - 6 * k0 * R0 * Rpower n (k0 - 1) / E).
Proof.
  intros Hn. pose proof (margin_derivative n Hn) as D.
  destruct firm as (Ha & Hal & Hb & Hbe & Ho & Hde & HE & _).
  pose proof (is_derive_Rpower n k0 Hn) as P.
  assert (DD : is_derive (fun x => / (4 * delta) * (M x * M x) - 6 * R0 / E * Rpower x k0) n
    (/ (4 * delta) * (M1 n * M n + M n * M1 n) - 6 * R0 / E * (k0 * Rpower n (k0 - 1)))).
  { apply (is_derive_minus (fun x => / (4 * delta) * (M x * M x)) (fun x => 6 * R0 / E * Rpower x k0)).
    - apply (is_derive_scal (fun x => M x * M x)). apply (is_derive_mult M M n); auto. intros; apply Rmult_comm.
    - apply (is_derive_scal (fun x => Rpower x k0)). exact P. }
  replace (M n * M1 n / (2 * delta) - 6 * k0 * R0 * Rpower n (k0 - 1) / E) with
    (/ (4 * delta) * (M1 n * M n + M n * M1 n) - 6 * R0 / E * (k0 * Rpower n (k0 - 1))) by (field; lra).
  eapply is_derive_ext; [| exact DD]. intros x. unfold reduced. simpl. field. lra.
Qed.

(** It vanishes exactly where the reduced first-order condition holds. *)
Theorem critical_iff n : 0 < n -> 0 < M n ->
  (is_derive Pi n 0 <-> M n * M1 n = 12 * delta * k0 * R0 * Rpower n (k0 - 1) / E).
Proof.
  intros Hn HM. pose proof (reduced_derivative n Hn) as D.
  destruct firm as (Ha & Hal & Hb & Hbe & Ho & Hde & HE & _).
  set (r := Rpower n (k0 - 1)) in *. split; intros H.
  - assert (Eq : M n * M1 n / (2 * delta) - 6 * k0 * R0 * r / E = 0).
    { rewrite <- (is_derive_unique _ _ _ D). apply (is_derive_unique Pi n 0 H). }
    apply (Rmult_eq_reg_l (/ (2 * delta))); [| apply Rgt_not_eq; pos].
    replace (/ (2 * delta) * (12 * delta * k0 * R0 * r / E)) with (6 * k0 * R0 * r / E) by (field; lra).
    unfold Rdiv in *. lra.
  - replace 0 with (M n * M1 n / (2 * delta) - 6 * k0 * R0 * r / E); [exact D |]. rewrite H. field. lra.
Qed.

(** A positive margin puts quality above the lowest threshold. *)
Lemma margin_quality n : 0 < n -> 0 < M n -> 1 < a * Rpower n alpha.
Proof.
  destruct firm as (Ha & Hal & Hb & Hbe & Ho & Hde & HE & _). unfold margin. intros Hn HM.
  apply (deformed_log_pos _ gamma); [pos |]. assert (0 < 2 * n / E) by pos. nra.
Qed.

Lemma margin_adoption n : 0 < n -> 0 < M n ->
  omega * adoption gamma (a * Rpower n alpha) - 2 * n / E = M n.
Proof.
  intros Hn HM. pose proof (margin_quality n Hn HM) as Hq. unfold margin.
  rewrite (proj1 (adoption_where (a * Rpower n alpha) gamma ltac:(lra))); [reflexivity | lra].
Qed.

Lemma adoption_margin n : 0 < n ->
  0 < omega * adoption gamma (a * Rpower n alpha) - 2 * n / E -> 0 < M n.
Proof.
  destruct firm as (Ha & Hal & Hb & Hbe & Ho & Hde & HE & _). intros Hn H.
  assert (Hq : 0 < a * Rpower n alpha) by pos. destruct (adoption_where _ gamma Hq) as [A1 A0].
  destruct (Rle_lt_dec 1 (a * Rpower n alpha)) as [L | L].
  - rewrite (A1 L) in H. exact H.
  - rewrite (A0 (Rlt_le _ _ L)) in H. assert (0 < 2 * n / E) by pos. lra.
Qed.

Lemma quality_on_ray n : 0 < n -> quality a alpha b beta n (R0 * Rpower n (k0 - 1)) = a * Rpower n alpha.
Proof.
  intros Hn. unfold quality. assert (Hd : 0 < R0 * Rpower n (k0 - 1)) by (apply Rmult_lt_0_compat; apply Rpower_pos).
  rewrite <- (proj2 (ray_data n (R0 * Rpower n (k0 - 1)) Hn Hd) eq_refl). apply Rmin_left. lra.
Qed.

(** On the ray at best sales, profit is the reduced profit. *)
Theorem profit_on_ray n : 0 < n -> 0 < M n ->
  pi n (R0 * Rpower n (k0 - 1)) (M n / (2 * delta)) = Pi n.
Proof.
  intros Hn HM. unfold profit. rewrite quality_on_ray by assumption.
  pose proof (margin_adoption n Hn HM) as A.
  destruct firm as (Ha & Hal & Hb & Hbe & Ho & Hde & HE & _).
  unfold reduced.
  replace (omega * (M n / (2 * delta)) * adoption gamma (a * Rpower n alpha)) with
    ((M n / (2 * delta)) * (M n + 2 * n / E)) by (rewrite <- A; ring).
  assert (P : Rpower n k0 = n * Rpower n (k0 - 1)).
  { replace (Rpower n k0) with (Rpower n (1 + (k0 - 1))) by (f_equal; ring). rewrite Rpower_plus, Rpower_1; auto. }
  rewrite P. field. lra.
Qed.

(** Nothing does better than the reduced problem: every profitable choice is matched on the ray at best sales. *)
Theorem profit_below_reduced n d t : 0 < n -> 0 < d -> 0 <= t -> 0 < pi n d t ->
  exists m, 0 < m <= n /\ 0 < M m /\ pi n d t <= Pi m.
Proof.
  intros Hn Hd Ht Hp.
  assert (on : forall m e, 0 < m -> 0 < e -> a * Rpower m alpha = b * Rpower e beta -> 0 < pi m e t ->
    0 < M m /\ pi m e t <= Pi m).
  { intros m e Hm He Hr Hpm.
    destruct (profitable a alpha b beta gamma omega delta E firm m e t Hm He Ht Hpm) as [_ HM].
    apply (ray_data m e Hm He) in Hr. subst e. rewrite quality_on_ray in HM by assumption.
    pose proof (adoption_margin m Hm HM) as HMm. split; [assumption |]. rewrite <- profit_on_ray by assumption.
    destruct (Req_dec t (M m / (2 * delta))) as [-> | Hne]; [apply Rle_refl | left].
    pose proof (best_sales a alpha b beta gamma omega delta E firm m (R0 * Rpower m (k0 - 1)) t) as B.
    rewrite quality_on_ray in B by assumption. rewrite margin_adoption in B by assumption. apply B, Hne. }
  destruct (Req_dec (a * Rpower n alpha) (b * Rpower d beta)) as [Hr | Hoff].
  - exists n. destruct (on n d Hn Hd Hr Hp). repeat split; try assumption; lra.
  - destruct (off_the_ray a alpha b beta gamma omega delta E firm n d Hn Hd Hoff) as (m & e & Hm & He & Hc & Hr & Hq).
    exists m. assert (Le : pi n d t <= pi m e t).
    { unfold profit. rewrite Hq. destruct firm as (_ & _ & _ & _ & _ & _ & HE & _).
      assert (0 < / E) by pos. unfold Rdiv.
      replace (6 * n * d * / E) with (6 * (n * d) * / E) by ring.
      replace (6 * m * e * / E) with (6 * (m * e) * / E) by ring.
      replace (2 * n * t * / E) with (2 * (n * t) * / E) by ring.
      replace (2 * m * t * / E) with (2 * (m * t) * / E) by ring.
      assert (m * t <= n * t) by nra. set (x := n * d) in *. set (y := m * e) in *.
      set (p := n * t) in *. set (q := m * t) in *. nra. }
    destruct (on m e ltac:(lra) ltac:(lra) Hr ltac:(lra)) as [HM Hle]. repeat split; try assumption; lra.
Qed.

Lemma margin_continuous n : 0 < n -> continuous M n.
Proof. intros Hn. apply (ex_derive_continuous M). eexists. apply margin_derivative, Hn. Qed.

(** An optimum with positive profit lies on the ray, sells t*, and is a critical point of the reduced profit. *)
Theorem link n d t : sells a alpha b beta gamma omega delta E n d t ->
  a * Rpower n alpha = b * Rpower d beta /\
  d = R0 * Rpower n (k0 - 1) /\
  t = M n / (2 * delta) /\
  critical a alpha b beta gamma omega delta E n /\
  pi n d t = Pi n.
Proof.
  intros Hs. pose proof Hs as [(Hn & Hd & Ht & Hbest) Hp].
  pose proof (optimum_on_ray a alpha b beta gamma omega delta E firm n d t (proj1 Hs)) as Hr.
  destruct (optimum_sales a alpha b beta gamma omega delta E firm n d t Hs) as [Et Ht0].
  pose proof (proj1 (ray_data n d Hn Hd) Hr) as Ed.
  destruct (profitable a alpha b beta gamma omega delta E firm n d t Hn Hd Ht Hp) as [_ HM].
  assert (Hqn : quality a alpha b beta n d = a * Rpower n alpha) by (rewrite Ed; apply quality_on_ray, Hn).
  rewrite Hqn in Et, HM. pose proof (adoption_margin n Hn HM) as HMn.
  rewrite (margin_adoption n Hn HMn) in Et.
  assert (Ep : pi n d t = Pi n) by (rewrite Ed, Et; apply profit_on_ray; assumption).
  repeat split; try assumption. apply critical_iff; try assumption.
  (* Near n the margin stays positive, so the reduced profit there is the profit of a feasible choice. *)
  pose proof (margin_continuous n Hn) as C.
  assert (Near : exists h, 0 < h /\ h < n /\ forall x, n - h < x < n + h -> 0 < M x).
  { assert (L : locally (M n) (fun y => 0 < y)) by (apply (open_gt 0); exact HMn).
    destruct (C _ L) as [e He]. exists (Rmin (e / 2) (n / 2)).
    pose proof (cond_pos e). assert (0 < Rmin (e / 2) (n / 2)) by (apply Rmin_glb_lt; lra).
    pose proof (Rmin_l (e / 2) (n / 2)). pose proof (Rmin_r (e / 2) (n / 2)).
    repeat split; try lra. intros x Hx. apply He. change (Rabs (x - n) < e). apply Rabs_def1; lra. }
  destruct Near as (h & Hh & Hhn & Hpos).
  pose proof (reduced_derivative n Hn) as D. apply is_derive_Reals in D.
  set (l := M n * M1 n / (2 * delta) - 6 * k0 * R0 * Rpower n (k0 - 1) / E) in *.
  assert (Z : l = 0).
  { rewrite <- (derive_pt_eq_0 Pi n l (exist _ l D) D).
    apply (deriv_maximum Pi (n - h) (n + h) n); [lra | lra |].
    intros x Hx Hx2. assert (Hx0 : 0 < x) by lra. assert (HMx : 0 < M x) by (apply Hpos; lra).
    rewrite <- Ep, <- (profit_on_ray x Hx0 HMx). apply Hbest; [assumption | |].
    - apply Rmult_lt_0_compat; apply Rpower_pos.
    - destruct firm as (_ & _ & _ & _ & _ & Hde & _). left. apply Rdiv_lt_0_compat; lra. }
  apply is_derive_Reals. rewrite Z in D. exact D.
Qed.

End Link.

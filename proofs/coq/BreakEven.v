(** With alpha = beta the firm earns something exactly where E is beyond one number, given by radicals, for every gamma. *)
From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
From Optimand Require Import Powers Model Adoption BestSales EfficientRay Link Concave Critical.
Open Scope R_scope.

Section BreakEven.
Variables a alpha b gamma omega delta E : R.
Hypothesis firm : standing a alpha b alpha gamma omega delta E.

(** Quality and size at break-even, and what a parameter earns there. *)
Definition break_even_quality : R := if Req_EM_T gamma 0 then exp alpha else Rpower (1 + alpha * gamma) (1 / gamma).
Local Notation q0 := break_even_quality.
Definition break_even_size : R := Rpower (q0 / a) (1 / alpha).
Local Notation n0 := break_even_size.
Definition break_even_gain : R := omega * alpha / (Rpower a gamma * Rpower n0 (1 + alpha * gamma)).
Local Notation F := break_even_gain.
Local Notation rho := (Rpower (a / b) (1 / alpha)).
Local Notation M := (margin a alpha gamma omega E).

Lemma q0_pos : 0 < q0.
Proof. unfold break_even_quality. destruct (Req_EM_T gamma 0); pos. Qed.

Lemma n0_quality : a * Rpower n0 alpha = q0.
Proof.
  destruct firm as (Ha & Hal & _). pose proof q0_pos. unfold break_even_size. rewrite Rpower_mult.
  replace (1 / alpha * alpha) with 1 by (field; lra). rewrite Rpower_1 by pos. field. lra.
Qed.

(** There the elasticity of adoption in size is 1. *)
Lemma adoption_there : deformed_log q0 gamma = alpha * Rpower q0 (- gamma).
Proof.
  destruct firm as (_ & _ & _ & _ & _ & _ & _ & Hag). unfold break_even_quality. destruct (Req_EM_T gamma 0) as [-> | Hg].
  - rewrite deformed_log_0, ln_exp, Ropp_0, Rpower_O by apply exp_pos. ring.
  - rewrite deformed_log_not_0, Rpower_mult by assumption.
    replace (1 / gamma * - gamma) with (- (1)) by (field; assumption).
    rewrite Rpower_Ropp, Rpower_1 by assumption. field. split; lra.
Qed.

Lemma gain_there : n0 * F = omega * deformed_log q0 gamma.
Proof.
  destruct firm as (Ha & Hal & _ & _ & Ho & _). rewrite adoption_there. unfold break_even_gain.
  assert (Hn : 0 < n0) by apply Rpower_pos.
  replace (omega * (alpha * Rpower q0 (- gamma))) with (omega * alpha * Rpower q0 (- gamma)) by ring.
  rewrite <- n0_quality. monomials.
Qed.

Lemma F_pos : 0 < F. Proof. destruct firm as (Ha & Hal & _ & _ & Ho & _). unfold break_even_gain. pos. Qed.

(** No size earns more per parameter. *)
Lemma gain_is_largest n : 0 < n -> 0 < deformed_log (a * Rpower n alpha) gamma ->
  omega * deformed_log (a * Rpower n alpha) gamma <= n * F.
Proof.
  intros Hn Hf. destruct firm as (Ha & Hal & _ & _ & Ho & _ & _ & Hag).
  assert (Hn0 : 0 < n0) by apply Rpower_pos. pose proof F_pos as HF.
  assert (N : forall m, net a alpha gamma omega 0 m = omega * deformed_log (a * Rpower m alpha) gamma) by (intros; unfold net; ring).
  assert (N0 : net a alpha gamma omega 0 n0 = n0 * F) by (rewrite N, n0_quality; symmetry; apply gain_there).
  assert (H0 : 0 < net a alpha gamma omega 0 n0) by (rewrite N0; pos).
  assert (H1 : 0 < net a alpha gamma omega 0 n) by (rewrite N; pos).
  pose proof (net_below_tangent a alpha gamma omega 0 Ha Hal Ho Hag (Rle_refl 0) n0 n Hn0 Hn H0 H1) as T.
  assert (W : n0 * net_slope a alpha gamma omega 0 n0 / net a alpha gamma omega 0 n0 = 1).
  { rewrite N0. unfold net_slope. replace (alpha * omega / (Rpower a gamma * Rpower n0 (1 + alpha * gamma)) - 0) with F.
    - field. split; lra.
    - unfold break_even_gain, Rdiv. ring. }
  rewrite W, N0, N in T. rewrite (ln_mult n0 F) in T by assumption. apply ln_le_iff; try pos. rewrite (ln_mult n F) by assumption. lra.
Qed.

Lemma rho_ray : ray a b alpha = rho. Proof. reflexivity. Qed.
Lemma k_equal : k alpha alpha = 2.
Proof. destruct firm as (_ & Hal & _). unfold k. field. lra. Qed.

Lemma reduced_equal n : 0 < n ->
  4 * delta * reduced a alpha b alpha gamma omega delta E n = M n ^ 2 - n ^ 2 * (24 * delta * rho / E).
Proof.
  intros Hn. rewrite (reduced_gap _ _ _ _ _ _ _ _ firm), k_equal, rho_ray.
  replace (Rpower n 2) with (n ^ 2); [field; destruct firm as (_ & _ & _ & _ & _ & _ & HE & _); lra |].
  change 2 with (INR 2). rewrite Rpower_pow by assumption. reflexivity.
Qed.

(** The condition before it is solved for E. *)
Theorem profitable_iff :
  (exists n d t, 0 < n /\ 0 < d /\ 0 <= t /\ 0 < profit a alpha b alpha gamma omega delta E n d t) <->
  2 / E + sqrt (24 * delta * rho / E) < F.
Proof.
  pose proof firm as (Ha & Hal & Hb & _ & Ho & Hde & HE & Hag).
  assert (Hr : 0 < rho) by apply Rpower_pos. set (S := sqrt (24 * delta * rho / E)).
  assert (HS : 0 < S) by (apply sqrt_lt_R0; pos).
  assert (HS2 : S ^ 2 = 24 * delta * rho / E) by (unfold S; rewrite pow2_sqrt; [reflexivity | left; pos]).
  split.
  - intros (n & d & t & Hn & Hd & Ht & Hp).
    destruct (profit_below_reduced _ _ _ _ _ _ _ _ firm n d t Hn Hd Ht Hp) as (m & Hm & HMm & Hle).
    assert (Hm0 : 0 < m) by lra.
    pose proof (reduced_equal m Hm0) as G. rewrite <- HS2 in G.
    assert (0 < 4 * delta * reduced a alpha b alpha gamma omega delta E m) by (apply Rmult_lt_0_compat; lra).
    assert (L : m * S < M m) by (assert (0 < m * S) by pos; nra).
    assert (Hf : 0 < deformed_log (a * Rpower m alpha) gamma).
    { apply deformed_log_pos; [pos |]. apply (margin_quality a alpha b alpha gamma omega delta E firm); assumption. }
    pose proof (gain_is_largest m Hm0 Hf) as U. unfold margin in L.
    replace (2 * m / E) with (m * (2 / E)) in L by (field; lra).
    apply (Rmult_lt_reg_l m); [assumption |]. lra.
  - intros L. assert (Hn : 0 < n0) by apply Rpower_pos.
    assert (ME : M n0 = n0 * (F - 2 / E)).
    { unfold margin. rewrite n0_quality, <- gain_there. field. lra. }
    assert (HM : n0 * S < M n0) by (rewrite ME; apply Rmult_lt_compat_l; lra).
    assert (HM0 : 0 < M n0) by (assert (0 < n0 * S) by pos; lra).
    exists n0, (ray a b alpha * Rpower n0 (k alpha alpha - 1)), (M n0 / (2 * delta)).
    split; [assumption |]. split; [apply Rmult_lt_0_compat; apply Rpower_pos |]. split; [left; pos |].
    rewrite profit_on_ray by assumption.
    pose proof (reduced_equal n0 Hn) as G. rewrite <- HS2 in G.
    apply (Rmult_lt_reg_l (4 * delta)); [pos |]. rewrite G. assert (0 < n0 * S) by pos. nra.
Qed.

(** Solved: a quadratic in E^(-1/2). *)
Theorem break_even :
  (exists n d t, 0 < n /\ 0 < d /\ 0 <= t /\ 0 < profit a alpha b alpha gamma omega delta E n d t) <->
  ((sqrt (24 * delta * rho) + sqrt (24 * delta * rho + 8 * F)) / (2 * F)) ^ 2 < E.
Proof.
  rewrite profitable_iff. pose proof firm as (Ha & Hal & Hb & _ & Ho & Hde & HE & Hag). pose proof F_pos as HF.
  assert (Hr : 0 < rho) by apply Rpower_pos.
  set (c := 24 * delta * rho). assert (Hc : 0 < c) by (unfold c; pos).
  set (s := sqrt c). assert (Hs : 0 < s) by (apply sqrt_lt_R0; assumption).
  assert (Hs2 : s * s = c) by (apply sqrt_sqrt; lra).
  set (r := sqrt (c + 8 * F)). assert (Hr0 : 0 < r) by (apply sqrt_lt_R0; lra).
  assert (Hr2 : r * r = c + 8 * F) by (apply sqrt_sqrt; lra).
  set (e := sqrt E). assert (He : 0 < e) by (apply sqrt_lt_R0; assumption).
  assert (He2 : e * e = E) by (apply sqrt_sqrt; lra).
  assert (Hse : sqrt (c / E) = s / e) by (apply sqrt_div; lra). rewrite Hse.
  set (y := (s + r) / (2 * F)). assert (Hy : 0 < y) by (unfold y; pos).
  assert (Root : F * (y * y) = s * y + 2).
  { unfold y. apply (Rmult_eq_reg_l (4 * F)); [| lra].
    replace (4 * F * (F * ((s + r) / (2 * F) * ((s + r) / (2 * F))))) with (s * s + 2 * s * r + r * r) by (field; lra).
    replace (4 * F * (s * ((s + r) / (2 * F)) + 2)) with (2 * (s * s) + 2 * s * r + 8 * F) by (field; lra). lra. }
  assert (Eq : 2 / E + s / e < F <-> 2 + s * e < F * (e * e)).
  { rewrite <- He2. split; intros H.
    - apply (Rmult_lt_compat_r (e * e)) in H; [| nra].
      replace ((2 / (e * e) + s / e) * (e * e)) with (2 + s * e) in H by (field; lra). assumption.
    - apply (Rmult_lt_reg_r (e * e)); [nra |].
      replace ((2 / (e * e) + s / e) * (e * e)) with (2 + s * e) by (field; lra). assumption. }
  assert (HFy : 0 < F * y - s) by (apply (Rmult_lt_reg_l y); [assumption | lra]).
  assert (Fact : F * (e * e) - (2 + s * e) = (e - y) * (F * e + (F * y - s))).
  { replace (2 + s * e) with (F * (y * y) + s * (e - y)) by lra. ring. }
  assert (HP : 0 < F * e + (F * y - s)) by (assert (0 < F * e) by pos; lra).
  rewrite Eq. rewrite <- He2. split; intros H.
  - assert (0 < e - y) by (apply (Rmult_lt_reg_r (F * e + (F * y - s))); [assumption | lra]). nra.
  - assert (y < e) by nra. assert (0 < (e - y) * (F * e + (F * y - s))) by (apply Rmult_lt_0_compat; lra). lra.
Qed.

End BreakEven.

(** The same with quality, size and gain written out, for gamma not 0 and for gamma = 0. *)
Section Written.
Variables a alpha b gamma omega delta E q n : R.
Hypothesis firm : standing a alpha b alpha gamma omega delta E.
Hypothesis Hn : n = Rpower (q / a) (1 / alpha).

Definition profitable a alpha b beta gamma omega delta E : Prop :=
  exists n d t, 0 < n /\ 0 < d /\ 0 <= t /\ 0 < profit a alpha b beta gamma omega delta E n d t.

Lemma break_even_written : q = break_even_quality alpha gamma ->
  let F := alpha * omega / (Rpower a gamma * Rpower n (1 + alpha * gamma)) in
  profitable a alpha b alpha gamma omega delta E <->
  ((Rpower (24 * delta * rho a alpha b) (1 / 2) + Rpower (24 * delta * rho a alpha b + 8 * F) (1 / 2)) / (2 * F)) ^ 2 < E.
Proof.
  intros Hq F. pose proof (break_even a alpha b gamma omega delta E firm) as B.
  pose proof (F_pos a alpha b gamma omega delta E firm) as HF.
  assert (EF : F = break_even_gain a alpha gamma omega).
  { unfold F, break_even_gain, break_even_size. rewrite Hn, Hq. unfold Rdiv. ring. }
  assert (0 < 24 * delta * rho a alpha b).
  { destruct firm as (_ & _ & _ & _ & _ & Hde & _). unfold rho. pos. }
  rewrite EF. replace (1 / 2) with (/ 2) by field. rewrite !Rpower_sqrt by lra. exact B.
Qed.

Theorem break_even_power : gamma <> 0 -> q = Rpower (1 + alpha * gamma) (1 / gamma) ->
  let F := alpha * omega / (Rpower a gamma * Rpower n (1 + alpha * gamma)) in
  profitable a alpha b alpha gamma omega delta E <->
  ((Rpower (24 * delta * rho a alpha b) (1 / 2) + Rpower (24 * delta * rho a alpha b + 8 * F) (1 / 2)) / (2 * F)) ^ 2 < E.
Proof.
  intros Hg Hq. apply break_even_written. unfold break_even_quality. destruct (Req_EM_T gamma 0); [contradiction | assumption].
Qed.

Theorem break_even_log : gamma = 0 -> q = exp alpha ->
  let F := alpha * omega / (Rpower a gamma * Rpower n (1 + alpha * gamma)) in
  profitable a alpha b alpha gamma omega delta E <->
  ((Rpower (24 * delta * rho a alpha b) (1 / 2) + Rpower (24 * delta * rho a alpha b + 8 * F) (1 / 2)) / (2 * F)) ^ 2 < E.
Proof.
  intros Hg Hq. apply break_even_written. unfold break_even_quality. destruct (Req_EM_T gamma 0); [assumption | contradiction].
Qed.

End Written.

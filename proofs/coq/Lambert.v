(** The lower branch of Lambert's W, and the law of size at gamma = 0, which is written with it. *)
From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
From Optimand Require Import Powers Model Adoption BestSales EfficientRay Link Concave Critical Regimes Existence Bounds Laws.
Open Scope R_scope.

(** The w <= -1 with w exp(w) = y, for -1/e <= y < 0: w exp(w) falls there, so it is the least w with w exp(w) <= y. *)
Definition lambert_wm1 (y : R) : R := real (Glb_Rbar (fun w => w <= - (1) /\ w * exp w <= y)).

Lemma falls_below_minus_1 x y : x < y -> y <= - (1) -> y * exp y < x * exp x.
Proof.
  intros L H. (* x exp(x - y) > y, for exp(x - y) < -1/(x - y - 1) and y <= -1 *)
  assert (E1 : exp x = exp y * exp (x - y)) by (rewrite <- exp_plus; f_equal; ring).
  rewrite E1. pose proof (exp_pos y) as P. pose proof (exp_pos (x - y)) as P2.
  assert (B : exp (x - y) * (1 - (x - y)) <= 1).
  { pose proof (exp_above_line (- (x - y))) as K. rewrite exp_Ropp in K.
    apply (Rmult_le_compat_l (exp (x - y))) in K; [| lra]. rewrite Rinv_r in K by lra. lra. }
  set (r := exp (x - y)) in *. set (h := y - x) in *. replace (x - y) with (- h) in B by (unfold h; ring).
  assert (Hh : 0 < h) by (unfold h; lra). replace x with (y - h) by (unfold h; ring).
  assert (K : y < (y - h) * r).
  { assert (Hr : r * (1 + h) <= 1) by lra. apply (Rmult_lt_reg_l (1 + h)); [lra |].
    assert ((h - y) * (r * (1 + h)) <= (h - y) * 1) by (apply Rmult_le_compat_l; lra).
    (* equality needs h = 0 or y = -1; the strict part comes from exp being strictly above its tangent *)
    assert (Hrs : r * (1 + h) < 1).
    { unfold r. replace (x - y) with (- h) by (unfold h; ring). rewrite exp_Ropp.
      assert (1 + h < exp h) by (apply exp_ineq1; lra). pose proof (exp_pos h).
      apply (Rmult_lt_reg_l (exp h)); [assumption |]. rewrite <- Rmult_assoc, Rinv_r by lra. lra. }
    assert ((h - y) * (r * (1 + h)) < (h - y) * 1) by (apply Rmult_lt_compat_l; lra). nra. }
  replace ((y - h) * (exp y * r)) with (exp y * ((y - h) * r)) by ring.
  rewrite (Rmult_comm y). apply Rmult_lt_compat_l; assumption.
Qed.

(** What it is, wherever it is anything. *)
Lemma lambert_unique w y : w <= - (1) -> w * exp w = y -> lambert_wm1 y = w.
Proof.
  intros Hw Hy. unfold lambert_wm1.
  rewrite (is_glb_Rbar_unique _ (Finite w)); [reflexivity |]. split.
  - intros x [Hx Hxy]. simpl. destruct (Rle_lt_dec w x) as [|L]; [assumption | exfalso].
    pose proof (falls_below_minus_1 x w L Hw). lra.
  - intros l Hl. apply Hl. split; lra.
Qed.

Theorem lambert_branch y : - exp (- (1)) <= y < 0 -> lambert_wm1 y <= - (1) /\ lambert_wm1 y * exp (lambert_wm1 y) = y.
Proof.
  intros [L H]. assert (Ex : exists w, w <= - (1) /\ w * exp w = y).
  { set (N := 1 + 4 / - y). assert (HN : 0 < 4 / - y) by (apply Rdiv_lt_0_compat; lra).
    assert (Low : y <= - N * exp (- N)).
    { pose proof (exp_above_line (N / 2)) as K.
      assert (Sq : N * N / 4 <= exp N).
      { replace N with (N / 2 + N / 2) at 3 by field. rewrite exp_plus. assert (0 < N) by (unfold N; lra). nra. }
      assert (HN4 : 4 <= - y * N) by (unfold N; replace (- y * (1 + 4 / - y)) with (- y + 4) by (field; lra); lra).
      assert (HN0 : 0 < N) by (unfold N; lra).
      assert (N <= - y * exp N) by nra.
      rewrite exp_Ropp. pose proof (exp_pos N). apply (Rmult_le_reg_r (exp N)); [assumption |].
      replace (- N * / exp N * exp N) with (- N) by (field; lra). lra. }
    assert (C : continuity (fun w => y - w * exp w)).
    { intros w. apply derivable_continuous_pt. apply derivable_pt_minus; [apply derivable_pt_const |].
      apply derivable_pt_mult; [apply derivable_pt_id | apply derivable_pt_exp]. }
    destruct (Req_dec y (- exp (- (1)))) as [-> | Hne].
    { exists (- (1)). split; [lra | ring]. }
    destruct (Req_dec y (- N * exp (- N))) as [Eq | Hne2].
    { exists (- N). split; [unfold N; lra | symmetry; exact Eq]. }
    destruct (IVT (fun w => y - w * exp w) (- N) (- (1)) C) as (w & Hw & Z); [unfold N; lra | lra | lra |].
    exists w. split; [lra | lra]. }
  destruct Ex as (w & Hw & Hy). rewrite (lambert_unique w y Hw Hy). split; assumption.
Qed.

(** The larger number that is A times its own logarithm. *)
Definition larger_root (A : R) : R := - (A * lambert_wm1 (- (1 / A))).

Lemma larger_root_spec A : exp 1 <= A -> exp 1 <= larger_root A /\ larger_root A = A * ln (larger_root A).
Proof.
  intros HA. pose proof (exp_pos 1) as P. assert (HA0 : 0 < A) by lra.
  assert (HI : - exp (- (1)) <= - (1 / A) < 0).
  { rewrite exp_Ropp. assert (0 < / A) by pos. assert (/ A <= / exp 1) by (apply Rinv_le_contravar; assumption). unfold Rdiv. lra. }
  destruct (lambert_branch _ HI) as [Hw He]. unfold larger_root. set (w := lambert_wm1 (- (1 / A))) in *.
  assert (Eq : - (A * w) = exp (- w)).
  { rewrite exp_Ropp. pose proof (exp_pos w). apply (Rmult_eq_reg_r (exp w)); [| lra].
    replace (- (A * w) * exp w) with (- A * (w * exp w)) by ring. rewrite He. field. split; lra. }
  rewrite Eq, ln_exp. split; [| rewrite <- Eq; ring].
  destruct (Req_dec w (- (1))) as [-> | Hne]; [right; f_equal; ring | left; apply exp_increasing; lra].
Qed.

Lemma ln_at_least_1 y : exp 1 <= y -> 1 <= ln y.
Proof.
  intros H. pose proof (exp_pos 1). pose proof (proj1 (ln_le_iff (exp 1) y ltac:(lra) ltac:(lra)) H) as K. rewrite ln_exp in K. exact K.
Qed.

(** x/ln x rises beyond e. *)
Lemma over_log_rises u s : 1 <= s < u -> exp s * u < exp u * s.
Proof.
  intros [Hs L]. replace (exp u) with (exp s * exp (u - s)) by (rewrite <- exp_plus; f_equal; ring).
  pose proof (exp_pos s). pose proof (exp_ineq1 (u - s) ltac:(lra)).
  assert (u < exp (u - s) * s) by nra. nra.
Qed.

Lemma below_larger_root y A : 1 < y -> 0 < A -> y < A * ln y -> exp 1 < A /\ y < larger_root A.
Proof.
  intros Hy HA H. set (u := ln y) in *. assert (Ey : y = exp u) by (unfold u; rewrite exp_ln; lra).
  assert (Hu : 0 < u) by (unfold u; rewrite <- ln_1; apply ln_increasing; lra).
  assert (He : exp 1 < A).
  { (* exp u >= e u *)
    assert (exp 1 * u <= exp u).
    { replace (exp u) with (exp 1 * exp (u - 1)) by (rewrite <- exp_plus; f_equal; ring).
      pose proof (exp_above_line (u - 1)). pose proof (exp_pos 1). nra. }
    apply (Rmult_lt_reg_r u); [assumption | lra]. }
  split; [assumption |]. destruct (larger_root_spec A (Rlt_le _ _ He)) as [L1 L2].
  destruct (Rlt_le_dec y (larger_root A)) as [|Ge]; [assumption | exfalso].
  set (s := ln (larger_root A)) in *. assert (HL : 0 < larger_root A) by (pose proof (exp_pos 1); lra).
  assert (Es : larger_root A = exp s) by (unfold s; rewrite exp_ln; lra).
  assert (Hs : 1 <= s) by (apply ln_at_least_1; assumption).
  destruct (Req_dec u s) as [Eq | Hne].
  - rewrite Eq in Ey, H. lra.
  - assert (Lt : s < u).
    { pose proof (proj1 (ln_le_iff (larger_root A) y HL ltac:(lra)) Ge). unfold s, u in *. lra. }
    pose proof (over_log_rises u s (conj Hs Lt)) as K. rewrite <- Ey, <- Es in K. rewrite L2 in K. nra.
Qed.

Lemma above_larger_root y B : exp 1 <= y -> exp 1 <= B -> B * ln y <= y -> larger_root B <= y.
Proof.
  intros Hy HB H. destruct (larger_root_spec B HB) as [L1 L2]. pose proof (exp_pos 1) as P.
  destruct (Rle_lt_dec (larger_root B) y) as [|Lt]; [assumption | exfalso].
  set (s := ln (larger_root B)) in *. set (u := ln y) in *.
  assert (Es : larger_root B = exp s) by (unfold s; rewrite exp_ln; lra).
  assert (Eu : y = exp u) by (unfold u; rewrite exp_ln; lra).
  assert (Hu : 1 <= u) by (apply ln_at_least_1; assumption).
  assert (L : u < s) by (unfold u, s; apply ln_increasing; lra).
  pose proof (over_log_rises s u (conj Hu L)) as K. rewrite <- Es, <- Eu, L2 in K. nra.
Qed.

Section LogLaw.
Variables a alpha b beta omega delta E n d t : R.
Hypothesis firm : standing a alpha b beta 0 omega delta E.
Hypothesis best : sells a alpha b beta 0 omega delta E n d t.
Local Notation k0 := (k alpha beta).
Local Notation kap := (kappa a alpha b beta delta).
Local Notation A0 := (alpha ^ 2 * omega ^ 2 * Rpower a (k0 / alpha) * E / (k0 * kap)).
Local Notation M := (margin a alpha 0 omega E).
Local Notation M1 := (margin_slope a alpha 0 omega E).
(** Size in units of the size at which quality is 1, to the power k. *)
Local Notation y := (Rpower a (k0 / alpha) * Rpower n k0).

Lemma at_log : critical a alpha b beta 0 omega delta E n /\ 0 <= reduced a alpha b beta 0 omega delta E n.
Proof. exact (at_best a alpha b beta 0 omega delta E n d t firm best). Qed.

Lemma log_margin x : M x = omega * ln (a * Rpower x alpha) - 2 * x / E.
Proof. unfold margin. rewrite deformed_log_0. reflexivity. Qed.

Lemma log_slope : n * M1 n = alpha * omega - 2 * n / E.
Proof.
  destruct at_log as [(Hn & _ & _) _]. destruct firm as (Ha & Hal & Hb & Hbe & Ho & Hde & HE & _).
  unfold margin_slope. rewrite Rmult_0_r, Rplus_0_r, Rpower_O, Rpower_1 by assumption. field. lra.
Qed.

Lemma log_size : ln y = k0 / alpha * ln (a * Rpower n alpha).
Proof.
  destruct at_log as [(Hn & _ & _) _]. destruct firm as (Ha & Hal & _). ln_out. field. lra.
Qed.

(** The first-order condition in y. *)
Lemma log_condition : kap * y / E = Rpower a (k0 / alpha) * (M n * (n * M1 n)).
Proof.
  destruct at_log as [(Hn & HM & Heq) _]. destruct firm as (_ & _ & _ & _ & _ & _ & HE & _).
  replace (M n * (n * M1 n)) with (n * (M n * M1 n)) by ring. rewrite Heq. unfold kappa.
  replace (Rpower n k0) with (n * Rpower n (k0 - 1)); [field; lra |].
  rewrite <- (Rpower_1 n) at 1 by assumption. rewrite <- Rpower_plus. f_equal. ring.
Qed.

Lemma size_from_y : n = Rpower y (1 / k0) / Rpower a (1 / alpha).
Proof.
  destruct at_log as [(Hn & _ & _) _]. pose proof (k_above_1 _ _ _ _ _ _ _ _ firm). destruct firm as (Ha & Hal & _).
  apply ln_inv; [assumption | pos |]. ln_out. field. lra.
Qed.

Lemma kap_pos : 0 < kap. Proof. exact (kappa_pos a alpha b beta 0 omega delta E firm). Qed.

(** Training cost alone bounds size by Lambert's W, for every E. *)
Theorem size_below_log_law : n < Rpower (- (A0 * lambert_wm1 (- (1 / A0)))) (1 / k0) / Rpower a (1 / alpha).
Proof.
  destruct at_log as [Hc _]. pose proof kap_pos as HK. pose proof (k_above_1 _ _ _ _ _ _ _ _ firm) as Hk.
  pose proof (margin_still_rises _ _ _ _ _ _ _ _ firm n Hc) as HM1. pose proof log_condition as C. pose proof log_slope as S1.
  pose proof log_size as Ls. pose proof (log_margin n) as Em. pose proof size_from_y as Sn. destruct Hc as (Hn & HM & _).
  pose proof (margin_quality _ _ _ _ _ _ _ _ firm n Hn HM) as Hq.
  destruct firm as (Ha & Hal & Hb & Hbe & Ho & Hde & HE & _).
  set (P := Rpower a (k0 / alpha)) in *. assert (HP : 0 < P) by apply Rpower_pos.
  set (l := ln (a * Rpower n alpha)) in *. assert (Hl : 0 < l) by (unfold l; rewrite <- ln_1; apply ln_increasing; lra).
  assert (Hc0 : 0 < 2 * n / E) by pos.
  assert (Hy : 1 < P * Rpower n k0).
  { apply ln_lt_inv; try pos. rewrite ln_1, Ls. assert (0 < k0 / alpha) by (apply Rdiv_lt_0_compat; lra). pos. }
  assert (B : M n * (n * M1 n) < omega * l * (alpha * omega)).
  { rewrite Em, S1. assert (0 < n * M1 n) by pos. rewrite S1 in *. nra. }
  assert (K : P * Rpower n k0 < A0 * ln (P * Rpower n k0)).
  { rewrite Ls. apply (Rmult_lt_reg_l (kap / E)); [pos |].
    replace (kap / E * (P * Rpower n k0)) with (kap * (P * Rpower n k0) / E) by (unfold Rdiv; ring). rewrite C.
    fold P. replace (kap / E * (alpha ^ 2 * omega ^ 2 * P * E / (k0 * kap) * (k0 / alpha * l)))
      with (P * (omega * l * (alpha * omega))) by (field; lra).
    apply Rmult_lt_compat_l; assumption. }
  assert (HA : 0 < A0) by (fold P; apply Rdiv_lt_0_compat; [pos | apply Rmult_lt_0_compat; lra]).
  fold P in K, HA. fold P. destruct (below_larger_root _ _ Hy HA K) as [_ L]. unfold larger_root in L.
  rewrite Sn at 1. unfold Rdiv at 1 3. apply Rmult_lt_compat_r; [apply Rinv_0_lt_compat, Rpower_pos |].
  apply Rpower_increasing; [split; [lra | exact L] | apply Rdiv_lt_0_compat; lra].
Qed.

Local Notation B0 := (A0 / (2 * Rmax 2 k0)).

(** And from below, with part of it, as long as inference takes less than half. *)
Theorem size_above_log_law : exp 1 <= B0 ->
  Rmin (1 / 4 * omega * alpha * E) (Rpower (- (B0 * lambert_wm1 (- (1 / B0)))) (1 / k0) / Rpower a (1 / alpha)) <= n.
Proof.
  intros HB. destruct at_log as [Hc HP]. pose proof kap_pos as HK. pose proof (k_above_1 _ _ _ _ _ _ _ _ firm) as Hk.
  pose proof (elasticity_at_most _ _ _ _ _ _ _ _ firm n Hc HP) as W.
  pose proof (margin_still_rises _ _ _ _ _ _ _ _ firm n Hc) as HM1. pose proof log_condition as C. pose proof log_slope as S1.
  pose proof log_size as Ls. pose proof (log_margin n) as Em. pose proof size_from_y as Sn. destruct Hc as (Hn & HM & _).
  pose proof (margin_quality _ _ _ _ _ _ _ _ firm n Hn HM) as Hq.
  destruct firm as (Ha & Hal & Hb & Hbe & Ho & Hde & HE & _).
  destruct (Rle_lt_dec n (1 / 4 * omega * alpha * E)) as [L | L]; [| apply Rle_trans with (1 := Rmin_l _ _); lra].
  apply Rle_trans with (1 := Rmin_r _ _).
  set (P := Rpower a (k0 / alpha)) in *. assert (HPp : 0 < P) by apply Rpower_pos.
  set (l := ln (a * Rpower n alpha)) in *. assert (Hl : 0 < l) by (unfold l; rewrite <- ln_1; apply ln_increasing; lra).
  set (x := 2 * n / E) in *. assert (Hx : 0 < x) by (unfold x; pos).
  set (g := alpha * omega) in *. assert (Hg : 0 < g) by (unfold g; pos).
  assert (Hhalf : x <= g / 2).
  { unfold x, g. apply (Rmult_le_reg_r (E / 2)); [pos |]. replace (2 * n / E * (E / 2)) with n by (field; lra). lra. }
  set (c := Rmax 2 k0) in *. assert (Hc2 : 2 <= c) by apply Rmax_l. assert (Hck : k0 <= c) by apply Rmax_r.
  apply (Rmult_le_compat_r (M n)) in W; [| lra]. replace (n * M1 n / M n * M n) with (n * M1 n) in W by (field; lra).
  rewrite S1 in W, C.
  (* The margin is at least a share of the price of the first token. *)
  assert (Low : omega * l <= c * M n).
  { destruct (Rle_lt_dec alpha l) as [G | G].
    - assert (g <= omega * l) by (unfold g; nra). rewrite Em. assert (0 <= (c - 2) * (omega * l - x)) by nra. nra.
    - assert (omega * l <= g) by (unfold g; nra). assert (g <= k0 * M n) by lra. nra. }
  (* Non-negative profit puts quality where the larger root is meant. *)
  assert (Far : alpha <= k0 * l).
  { apply (Rmult_le_reg_l omega); [assumption |]. replace (omega * alpha) with g by (unfold g; ring).
    rewrite Em in W. destruct (Rle_lt_dec 2 k0); nra. }
  assert (Hy : exp 1 <= P * Rpower n k0).
  { apply ln_le_iff; try pos. rewrite ln_exp, Ls. apply (Rmult_le_reg_r alpha); [assumption |].
    replace (k0 / alpha * l * alpha) with (k0 * l) by (field; lra). lra. }
  assert (K : B0 * ln (P * Rpower n k0) <= P * Rpower n k0).
  { rewrite Ls. fold P c. apply (Rmult_le_reg_l (kap / E)); [pos |].
    replace (kap / E * (P * Rpower n k0)) with (kap * (P * Rpower n k0) / E) by (unfold Rdiv; ring). rewrite C.
    replace (kap / E * (alpha ^ 2 * omega ^ 2 * P * E / (k0 * kap) / (2 * c) * (k0 / alpha * l)))
      with (P * (omega * l / c * (g / 2))) by (unfold g; field; repeat split; lra).
    apply Rmult_le_compat_l; [lra |]. apply Rmult_le_compat; [left; pos | lra | | lra].
    apply (Rmult_le_reg_l c); [lra |]. replace (c * (omega * l / c)) with (omega * l) by (field; lra). exact Low. }
  fold P in K, HB. fold P. pose proof (above_larger_root _ _ Hy HB K) as R. pose proof (larger_root_spec _ HB) as [R1 _].
  unfold larger_root in R, R1. pose proof (exp_pos 1).
  rewrite Sn. unfold Rdiv at 1 5. apply Rmult_le_compat_r; [left; apply Rinv_0_lt_compat, Rpower_pos |].
  apply Rle_Rpower_l; [left; apply Rdiv_lt_0_compat; lra | split; [lra | exact R]].
Qed.

End LogLaw.

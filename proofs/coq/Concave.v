(** In ln n the margin is log-concave: it lies below every tangent, and its elasticity w = n M'/M falls. *)
From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
From Optimand Require Import Powers Model Adoption.
Open Scope R_scope.

(** A function whose derivative falls lies below its tangents. *)
Lemma below_tangent (N dN : R -> R) (x y : R) :
  (forall z, is_derive N z (dN z)) -> (forall u v, u < v -> dN v <= dN u) -> N y <= N x + dN x * (y - x).
Proof.
  intros D falls. destruct (Rtotal_order x y) as [H | [<- | H]].
  - destruct (derivable_mean N dN x y H) as (z & Ez & Hz); [auto |]. pose proof (falls x z ltac:(lra)). nra.
  - lra.
  - destruct (derivable_mean N dN y x H) as (z & Ez & Hz); [auto |]. pose proof (falls z x ltac:(lra)). nra.
Qed.

Lemma strictly_below_tangent (N dN : R -> R) (x y : R) :
  (forall z, is_derive N z (dN z)) -> (forall u v, u < v -> dN v < dN u) -> x <> y -> N y < N x + dN x * (y - x).
Proof.
  intros D falls Hxy. destruct (Rtotal_order x y) as [H | [H | H]]; [| contradiction |].
  - destruct (derivable_mean N dN x y H) as (z & Ez & Hz); [auto |]. pose proof (falls x z ltac:(lra)). nra.
  - destruct (derivable_mean N dN y x H) as (z & Ez & Hz); [auto |]. pose proof (falls z x ltac:(lra)). nra.
Qed.

(** The relative slope of a positive function falls if its slope does. *)
Lemma relative_slope_falls (N dN : R -> R) (x y : R) :
  (forall z, is_derive N z (dN z)) -> (forall u v, u < v -> dN v < dN u) -> x < y -> 0 < N x -> 0 < N y ->
  dN y / N y < dN x / N x.
Proof.
  intros D falls Hxy Hx Hy.
  destruct (derivable_mean N dN x y Hxy) as (z & Ez & Hz); [auto |].
  pose proof (falls x z ltac:(lra)) as F1. pose proof (falls z y ltac:(lra)) as F2.
  assert (K : dN y * N x < dN x * N y).
  { set (h := y - x) in *. assert (Hh : 0 < h) by (unfold h; lra).
    destruct (Rle_lt_dec 0 (dN x * dN z)) as [S | S]; [nra |].
    assert (0 < dN x) by nra. assert (dN z < 0) by nra. nra. }
  apply (Rmult_lt_reg_r (N x * N y)); [pos |].
  replace (dN y / N y * (N x * N y)) with (dN y * N x) by (field; lra).
  replace (dN x / N x * (N x * N y)) with (dN x * N y) by (field; lra). assumption.
Qed.

Section Net.
Variables a alpha gamma omega c : R.

(** Willingness to pay less c a parameter; with c = 2/E the margin, with c = 0 revenue alone. *)
Definition net (n : R) : R := omega * deformed_log (a * Rpower n alpha) gamma - c * n.
Definition net_slope (n : R) : R := alpha * omega / (Rpower a gamma * Rpower n (1 + alpha * gamma)) - c.

Hypothesis Ha : 0 < a.
Hypothesis Hal : 0 < alpha.
Hypothesis Ho : 0 < omega.
Hypothesis Hag : 0 < 1 + alpha * gamma.
Hypothesis Hc : 0 <= c.

Lemma exp_times (p x : R) : 0 < p -> forall u v, u < v -> exp (p * u) < exp (p * v).
Proof. intros Hp u v H. apply exp_increasing. nra. Qed.

Lemma Rpower_exp (x p : R) : Rpower (exp x) p = exp (p * x).
Proof. unfold Rpower. rewrite ln_exp. reflexivity. Qed.

(** Up to a factor exp(s x) the net is concave in x = ln n. *)
Lemma concave_part : exists (s : R) (N dN : R -> R),
  (forall x, is_derive N x (dN x)) /\
  (forall u v, u < v -> dN v <= dN u) /\
  (0 < c -> forall u v, u < v -> dN v < dN u) /\
  (forall x, net (exp x) = exp (s * x) * N x) /\
  (forall x, exp x * net_slope (exp x) = exp (s * x) * (dN x + s * N x)).
Proof.
  unfold net, net_slope. set (A := Rpower a (- gamma)).
  assert (HA : 0 < A) by apply Rpower_pos.
  assert (slope : forall x, exp x * (alpha * omega / (Rpower a gamma * Rpower (exp x) (1 + alpha * gamma)) - c)
            = alpha * omega * A * exp (- (alpha * gamma) * x) - c * exp x).
  { intros x. rewrite Rpower_exp. unfold A. rewrite Rpower_Ropp.
    replace ((1 + alpha * gamma) * x) with (x + - (- (alpha * gamma) * x)) by ring.
    rewrite exp_plus, exp_Ropp. pose proof (exp_pos x). pose proof (exp_pos (- (alpha * gamma) * x)).
    pose proof (Rpower_pos a gamma). field. repeat split; lra. }
  assert (val : forall x, gamma <> 0 -> deformed_log (a * Rpower (exp x) alpha) gamma
            = (1 - A * exp (- (alpha * gamma) * x)) / gamma).
  { intros x Hg. rewrite deformed_log_not_0 by assumption. f_equal. f_equal. unfold A.
    apply ln_inv; try pos. rewrite Rpower_exp. ln_out. ring. }
  destruct (Rtotal_order gamma 0) as [Hg | [Hg | Hg]].
  - exists (- (alpha * gamma)), (fun x => omega * (exp (alpha * gamma * x) - A) / gamma - c * exp ((1 + alpha * gamma) * x)),
      (fun x => alpha * omega * exp (alpha * gamma * x) - c * ((1 + alpha * gamma) * exp ((1 + alpha * gamma) * x))).
    assert (Hp : alpha * gamma < 0) by nra.
    assert (F : forall u v, u < v -> exp (alpha * gamma * v) < exp (alpha * gamma * u)).
    { intros u v H. apply exp_increasing. set (p := alpha * gamma) in *. nra. }
    assert (G : forall u v, u < v -> exp ((1 + alpha * gamma) * u) < exp ((1 + alpha * gamma) * v)).
    { intros u v H. apply exp_increasing. apply Rmult_lt_compat_l; assumption. }
    assert (F' : forall u v, u < v -> alpha * omega * exp (alpha * gamma * v) < alpha * omega * exp (alpha * gamma * u)).
    { intros u v H. apply Rmult_lt_compat_l; [pos | auto]. }
    assert (G' : forall u v, u < v -> c * ((1 + alpha * gamma) * exp ((1 + alpha * gamma) * u)) <= c * ((1 + alpha * gamma) * exp ((1 + alpha * gamma) * v))).
    { intros u v H. apply Rmult_le_compat_l; [assumption |]. left. apply Rmult_lt_compat_l; auto. }
    assert (prod : forall x, exp (- (alpha * gamma) * x) * exp (alpha * gamma * x) = 1).
    { intros x. rewrite <- exp_plus. replace (- (alpha * gamma) * x + alpha * gamma * x) with 0 by ring. apply exp_0. }
    assert (prod' : forall x, exp (- (alpha * gamma) * x) * exp ((1 + alpha * gamma) * x) = exp x).
    { intros x. rewrite <- exp_plus. f_equal. ring. }
    split; [| split; [| split; [| split]]].
    + intros x. auto_derive; [exact I | field; lra].
    + intros u v H. specialize (F' u v H). specialize (G' u v H). lra.
    + intros _ u v H. specialize (F' u v H). specialize (G' u v H). lra.
    + intros x. rewrite val by lra. specialize (prod x). specialize (prod' x).
      set (p := exp (- (alpha * gamma) * x)) in *. set (m := exp (alpha * gamma * x)) in *. set (r := exp ((1 + alpha * gamma) * x)) in *.
      rewrite <- prod'. replace (omega * ((1 - A * p) / gamma)) with (omega * ((p * m - A * p) / gamma)) by (rewrite prod; reflexivity).
      field. lra.
    + intros x. rewrite slope. specialize (prod x). specialize (prod' x).
      set (p := exp (- (alpha * gamma) * x)) in *. set (m := exp (alpha * gamma * x)) in *. set (r := exp ((1 + alpha * gamma) * x)) in *.
      rewrite <- prod'. field. lra.
  - subst gamma. exists 0, (fun x => omega * (ln a + alpha * x) - c * exp x), (fun x => alpha * omega - c * exp x).
    split; [| split; [| split; [| split]]].
    + intros x. auto_derive; [exact I | ring].
    + intros u v H. pose proof (exp_increasing u v H). nra.
    + intros Hc' u v H. pose proof (exp_increasing u v H). nra.
    + intros x. rewrite deformed_log_0, Rpower_exp, ln_mult, ln_exp by pos. rewrite Rmult_0_l, exp_0. ring.
    + intros x. rewrite slope. unfold A. rewrite Rmult_0_r, !Ropp_0, !Rmult_0_l, exp_0, Rpower_O by assumption. ring.
  - exists 0, (fun x => omega * (1 - A * exp (- (alpha * gamma) * x)) / gamma - c * exp x),
      (fun x => alpha * omega * A * exp (- (alpha * gamma) * x) - c * exp x).
    assert (Hp : 0 < alpha * gamma) by pos.
    assert (F : forall u v, u < v -> alpha * omega * A * exp (- (alpha * gamma) * v) < alpha * omega * A * exp (- (alpha * gamma) * u)).
    { intros u v H. apply Rmult_lt_compat_l; [pos |]. apply exp_increasing. set (p := alpha * gamma) in *. nra. }
    split; [| split; [| split; [| split]]].
    + intros x. auto_derive; [exact I | field; lra].
    + intros u v H. pose proof (exp_increasing u v H). specialize (F u v H). nra.
    + intros _ u v H. pose proof (exp_increasing u v H). specialize (F u v H). nra.
    + intros x. rewrite val by lra. rewrite Rmult_0_l, exp_0. field. lra.
    + intros x. rewrite slope, Rmult_0_l, exp_0. ring.
Qed.

Local Notation w n := (n * net_slope n / net n).

(** The concave part at two points, with its elasticity. *)
Lemma concave_at x y : 0 < net (exp x) -> 0 < net (exp y) -> exists (s : R) (N dN : R -> R),
  (forall z, is_derive N z (dN z)) /\ (forall u v, u < v -> dN v <= dN u) /\
  (0 < c -> forall u v, u < v -> dN v < dN u) /\ 0 < N x /\ 0 < N y /\
  ln (net (exp x)) = s * x + ln (N x) /\ ln (net (exp y)) = s * y + ln (N y) /\
  w (exp x) = dN x / N x + s /\ w (exp y) = dN y / N y + s.
Proof.
  intros HNx HNy. destruct concave_part as (s & N & dN & D & F & F' & V & S). exists s, N, dN.
  rewrite V in HNx, HNy.
  assert (Nx : 0 < N x) by (pose proof (exp_pos (s * x)); nra).
  assert (Ny : 0 < N y) by (pose proof (exp_pos (s * y)); nra).
  rewrite !S, !V, !ln_mult, !ln_exp by pos.
  split; [assumption | split; [assumption | split; [assumption |]]].
  repeat split; try assumption; field; split; apply Rgt_not_eq; pos.
Qed.

Lemma ln_quotient_le x y z : 0 < x -> 0 < y -> y <= x + z -> ln y <= ln x + z / x.
Proof.
  intros Hx Hy H. pose proof (ln_below_line (y / x) ltac:(pos)) as L. rewrite ln_div in L by assumption.
  assert (y / x <= (x + z) / x) by (apply Rmult_le_compat_r; [left; pos | assumption]).
  replace ((x + z) / x) with (1 + z / x) in * by (field; lra). lra.
Qed.

Lemma ln_quotient_lt x y z : 0 < x -> 0 < y -> y < x + z -> ln y < ln x + z / x.
Proof.
  intros Hx Hy H. pose proof (ln_below_line (y / x) ltac:(pos)) as L. rewrite ln_div in L by assumption.
  assert (y / x < (x + z) / x) by (apply Rmult_lt_compat_r; [pos | assumption]).
  replace ((x + z) / x) with (1 + z / x) in * by (field; lra). lra.
Qed.

(** The logarithm of the net lies below its tangents in ln n. *)
Lemma net_below_tangent n m : 0 < n -> 0 < m -> 0 < net n -> 0 < net m ->
  ln (net m) <= ln (net n) + w n * (ln m - ln n).
Proof.
  intros Hn Hm HNn HNm. set (x := ln n). set (y := ln m).
  replace n with (exp x) in * by (apply exp_ln, Hn). replace m with (exp y) in * by (apply exp_ln, Hm).
  destruct (concave_at x y HNn HNm) as (s & N & dN & D & F & _ & Nx & Ny & Lx & Ly & Wx & _).
  rewrite Lx, Ly, Wx. pose proof (below_tangent N dN x y D F) as T.
  pose proof (ln_quotient_le _ _ _ Nx Ny T) as L.
  replace ((dN x / N x + s) * (y - x)) with (dN x * (y - x) / N x + s * (y - x)) by (field; lra). lra.
Qed.

Lemma net_strictly_below_tangent n m : 0 < c -> 0 < n -> 0 < m -> 0 < net n -> 0 < net m -> n <> m ->
  ln (net m) < ln (net n) + w n * (ln m - ln n).
Proof.
  intros Hc' Hn Hm HNn HNm Hnm.
  assert (Hxy : ln n <> ln m) by (intros K; apply Hnm, ln_inv; assumption).
  set (x := ln n) in *. set (y := ln m) in *.
  replace n with (exp x) in * by (apply exp_ln, Hn). replace m with (exp y) in * by (apply exp_ln, Hm).
  destruct (concave_at x y HNn HNm) as (s & N & dN & D & _ & F & Nx & Ny & Lx & Ly & Wx & _).
  rewrite Lx, Ly, Wx. pose proof (strictly_below_tangent N dN x y D (F Hc') Hxy) as T.
  pose proof (ln_quotient_lt _ _ _ Nx Ny T) as L.
  replace ((dN x / N x + s) * (y - x)) with (dN x * (y - x) / N x + s * (y - x)) by (field; lra). lra.
Qed.

(** The elasticity of the net in n falls. *)
Lemma net_elasticity_falls n m : 0 < c -> 0 < n < m -> 0 < net n -> 0 < net m -> w m < w n.
Proof.
  intros Hc' [Hn Hnm] HNn HNm. assert (Hm : 0 < m) by lra.
  pose proof (ln_increasing n m Hn Hnm) as Hxy.
  set (x := ln n) in *. set (y := ln m) in *.
  replace n with (exp x) in * by (apply exp_ln, Hn). replace m with (exp y) in * by (apply exp_ln, Hm).
  destruct (concave_at x y HNn HNm) as (s & N & dN & D & _ & F & Nx & Ny & _ & _ & Wx & Wy).
  rewrite Wx, Wy. pose proof (relative_slope_falls N dN x y D (F Hc') Hxy Nx Ny). lra.
Qed.

End Net.

(** The efficient ray: off it the same quality can be had for less. *)
From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
From Optimand Require Import Powers Model Adoption.
Open Scope R_scope.

Section EfficientRay.
Variables a alpha b beta gamma omega delta E : R.
Hypothesis firm : standing a alpha b beta gamma omega delta E.
Local Notation pi := (profit a alpha b beta gamma omega delta E).

(** The two best responses: fewer tokens for the same parameters, fewer parameters for the same tokens. *)
Lemma enough_data n : 0 < n -> let d0 := Rpower (a * Rpower n alpha / b) (1 / beta) in
  0 < d0 /\ b * Rpower d0 beta = a * Rpower n alpha.
Proof.
  destruct firm as (Ha & Hal & Hb & Hbe & _). intros Hn. split; [pos |].
  apply ln_inv; try pos. ln_out. field. lra.
Qed.

Lemma enough_parameters d : 0 < d -> let n0 := Rpower (b * Rpower d beta / a) (1 / alpha) in
  0 < n0 /\ a * Rpower n0 alpha = b * Rpower d beta.
Proof.
  destruct firm as (Ha & Hal & Hb & Hbe & _). intros Hd. split; [pos |].
  apply ln_inv; try pos. ln_out. field. lra.
Qed.

Lemma coefficient_power_lt c p x y : 0 < c -> 0 < p -> 0 < x -> 0 < y ->
  c * Rpower x p < c * Rpower y p -> x < y.
Proof.
  intros Hc Hp Hx Hy H. apply Rmult_lt_reg_l in H; [| assumption].
  apply ln_lt_iff in H; try pos. rewrite !ln_Rpower in H. apply ln_lt_iff; try assumption. nra.
Qed.

(** Off the ray a point on it, no dearer in either input and cheaper to train, gives the same quality. *)
Theorem off_the_ray n d : 0 < n -> 0 < d -> a * Rpower n alpha <> b * Rpower d beta ->
  exists n0 d0, 0 < n0 <= n /\ 0 < d0 <= d /\ n0 * d0 < n * d /\
    a * Rpower n0 alpha = b * Rpower d0 beta /\ quality a alpha b beta n0 d0 = quality a alpha b beta n d.
Proof.
  destruct firm as (Ha & Hal & Hb & Hbe & _). intros Hn Hd Hoff. unfold quality.
  destruct (Rtotal_order (a * Rpower n alpha) (b * Rpower d beta)) as [L | [L | L]]; [| contradiction |].
  - destruct (enough_data n Hn) as [Hd0 E0]. set (d0 := Rpower (a * Rpower n alpha / b) (1 / beta)) in *.
    exists n, d0.
    assert (Lt : d0 < d) by (apply (coefficient_power_lt b beta); try assumption; lra).
    repeat split; try lra; try nra. rewrite E0, !Rmin_left; lra.
  - destruct (enough_parameters d Hd) as [Hn0 E0]. set (n0 := Rpower (b * Rpower d beta / a) (1 / alpha)) in *.
    exists n0, d.
    assert (Lt : n0 < n) by (apply (coefficient_power_lt a alpha); try assumption; lra).
    repeat split; try lra; try nra. rewrite E0, !Rmin_right; lra.
Qed.

Theorem off_the_ray_loses n d t : 0 < n -> 0 < d -> 0 <= t -> a * Rpower n alpha <> b * Rpower d beta ->
  exists n0 d0, 0 < n0 <= n /\ 0 < d0 <= d /\ pi n d t < pi n0 d0 t.
Proof.
  intros Hn Hd Ht Hoff.
  destruct (off_the_ray n d Hn Hd Hoff) as (n0 & d0 & Hn0 & Hd0 & Hc & Hr & Hq). exists n0, d0.
  split; [assumption | split; [assumption |]].
  unfold profit. rewrite Hq. set (r := omega * t * adoption gamma (quality a alpha b beta n d)).
  destruct firm as (_ & _ & _ & _ & _ & _ & HE & _).
  assert (0 < / E) by pos. unfold Rdiv.
  assert (n0 * t <= n * t) by nra. set (x := n * d) in *. set (y := n0 * d0) in *.
  replace (6 * n * d * / E) with (6 * x * / E) by (unfold x; ring).
  replace (6 * n0 * d0 * / E) with (6 * y * / E) by (unfold y; ring). nra.
Qed.

(** Lemma 2 of the paper. *)
Theorem optimum_on_ray n d t :
  optimum a alpha b beta gamma omega delta E n d t -> a * Rpower n alpha = b * Rpower d beta.
Proof.
  intros (Hn & Hd & Ht & Hbest). destruct (Req_dec (a * Rpower n alpha) (b * Rpower d beta)) as [|Hoff]; [assumption |].
  exfalso. destruct (off_the_ray_loses n d t Hn Hd Ht Hoff) as (n0 & d0 & Hn0 & Hd0 & H).
  specialize (Hbest n0 d0 t ltac:(lra) ltac:(lra) Ht). lra.
Qed.

(** The same where data are limited to a stock D. *)
Theorem data_bound_on_ray D n d t :
  data_bound_optimum a alpha b beta gamma omega delta E D n d t -> a * Rpower n alpha = b * Rpower d beta.
Proof.
  intros (Hn & Hd & Ht & Hbest). destruct (Req_dec (a * Rpower n alpha) (b * Rpower d beta)) as [|Hoff]; [assumption |].
  exfalso. destruct (off_the_ray_loses n d t Hn ltac:(lra) Ht Hoff) as (n0 & d0 & Hn0 & Hd0 & H).
  specialize (Hbest n0 d0 t ltac:(lra) ltac:(lra) Ht). lra.
Qed.

End EfficientRay.

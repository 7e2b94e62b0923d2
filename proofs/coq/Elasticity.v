(** The local elasticity of optimal size in E along any differentiable branch of critical points, and its bounds. *)
From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
From Optimand Require Import Powers Model Adoption BestSales EfficientRay Link Concave Critical.
Open Scope R_scope.

Lemma derive_value (f : R -> R) (x l l' : R) : is_derive f x l -> l = l' -> is_derive f x l'.
Proof. intros D <-. exact D. Qed.

Section Elasticity.
Variables a alpha b beta gamma omega delta E : R.
Hypothesis firm : standing a alpha b beta gamma omega delta E.
Local Notation M := (margin a alpha gamma omega).
Local Notation M1 := (margin_slope a alpha gamma omega).
Local Notation k0 := (k alpha beta).
Local Notation kappa := (12 * delta * k0 * ray a b beta).
Local Notation crit e n := (critical a alpha b beta gamma omega delta e n).

(** Inference against training at the margin, t/(3kd), and the elasticity of the margin in size. *)
Definition inference_share n : R :=
  (M E n / (2 * delta)) / (3 * k0 * (ray a b beta * Rpower n (k0 - 1))).
Definition margin_elasticity n : R := n * M1 E n / M E n.
Local Notation v n := (inference_share n).
Local Notation w n := (margin_elasticity n).

Lemma share_as_slope n : crit E n -> v n = 2 / E / M1 E n.
Proof.
  intros Hc. pose proof (margin_still_rises _ _ _ _ _ _ _ _ firm n Hc) as HM1.
  pose proof (margin_slope_quotient _ _ _ _ _ _ _ _ firm n Hc) as Q. destruct Hc as (Hn & HM & Heq).
  pose proof (k_above_1 _ _ _ _ _ _ _ _ firm) as Hk. pose proof (ray_pos a b beta) as HR.
  pose proof (Rpower_pos n (k0 - 1)) as HP.
  destruct firm as (Ha & Hal & Hb & Hbe & Ho & Hde & HE & Hag).
  assert (Eq : M1 E n * v n = 2 / E).
  { rewrite Q. unfold inference_share. field. repeat split; lra. }
  rewrite <- Eq. field. lra.
Qed.

(** What the second-order condition says: it is strict wherever profit is not negative. *)
Theorem second_order n : crit E n -> 0 <= reduced a alpha b beta gamma omega delta E n ->
  0 < (1 + alpha * gamma) * (1 + v n) + (k0 - 1) - w n.
Proof.
  intros Hc HP. pose proof (share_as_slope n Hc) as V.
  pose proof (margin_still_rises _ _ _ _ _ _ _ _ firm n Hc) as HM1.
  pose proof (elasticity_at_most _ _ _ _ _ _ _ _ firm n Hc HP) as W. fold (w n) in W.
  pose proof (k_above_1 _ _ _ _ _ _ _ _ firm) as Hk. pose proof Hc as (Hn & HM & _).
  pose proof (slope_split a alpha gamma omega E n Hn) as S.
  destruct firm as (Ha & Hal & Hb & Hbe & Ho & Hde & HE & Hag).
  assert (Hw : 0 < w n) by (unfold margin_elasticity; pos).
  assert (Hv : 0 < v n) by (rewrite V; pos).
  assert (Hgv : 0 < (1 + alpha * gamma) * v n) by pos.
  destruct (Rle_lt_dec 0 (alpha * gamma + k0 / 2)) as [L | L]; [lra |].
  (* Here gamma < 0, and the margin is so little that inference weighs enough. *)
  assert (Hg : gamma < 0) by nra.
  assert (EM : - (alpha * gamma) * M E n < n * M1 E n + (1 + alpha * gamma) * (2 * n / E)).
  { assert (EA : n * (alpha * omega / (Rpower a gamma * Rpower n (1 + alpha * gamma)))
             = alpha * (omega * Rpower (a * Rpower n alpha) (- gamma))).
    { replace (alpha * (omega * Rpower (a * Rpower n alpha) (- gamma))) with (alpha * omega * Rpower (a * Rpower n alpha) (- gamma)) by ring.
      monomials. }
    replace (n * M1 E n) with (n * (alpha * omega / (Rpower a gamma * Rpower n (1 + alpha * gamma))) - 2 * n / E)
      by (rewrite S; field; lra).
    rewrite EA. unfold margin. rewrite deformed_log_not_0 by lra.
    set (y := omega * Rpower (a * Rpower n alpha) (- gamma)).
    replace (- (alpha * gamma) * (omega * ((1 - Rpower (a * Rpower n alpha) (- gamma)) / gamma) - 2 * n / E))
      with (alpha * y - alpha * omega + alpha * gamma * (2 * n / E)) by (unfold y; field; lra).
    assert (0 < alpha * omega) by pos. lra. }
  set (c := - (alpha * gamma)) in *.
  assert (Ev : (1 + alpha * gamma) * v n * w n > c - w n).
  { apply Rlt_gt. apply (Rmult_lt_reg_r (M E n)); [assumption |].
    replace ((1 + alpha * gamma) * v n * w n * M E n) with ((1 + alpha * gamma) * (2 * n / E))
      by (rewrite V; unfold margin_elasticity; field; lra).
    replace ((c - w n) * M E n) with (c * M E n - n * M1 E n) by (unfold margin_elasticity; field; lra). lra. }
  apply (Rmult_lt_reg_l (w n)); [assumption |]. rewrite Rmult_0_r.
  replace (w n * ((1 + alpha * gamma) * (1 + v n) + (k0 - 1) - w n))
    with (w n * (k0 - c - w n) + (1 + alpha * gamma) * v n * w n) by (unfold c; ring).
  assert (Hc1 : c < 1) by (unfold c; lra). assert (Hck : k0 / 2 < c) by (unfold c; lra).
  (* w (k - c - w) + c - w is positive between 0 and k/2, being concave in w and positive at both ends. *)
  set (x := w n) in *.
  assert (0 <= (k0 / 2 - x) * c + x * ((1 - k0 / 2) * (c - k0 / 2)) + k0 / 2 * (x * (k0 / 2 - x)) ).
  { assert (0 <= (k0 / 2 - x) * c) by (apply Rmult_le_pos; lra).
    assert (0 <= x * ((1 - k0 / 2) * (c - k0 / 2))) by (apply Rmult_le_pos; [lra | apply Rmult_le_pos; lra]).
    assert (0 <= k0 / 2 * (x * (k0 / 2 - x))) by (apply Rmult_le_pos; [lra | apply Rmult_le_pos; lra]). lra. }
  assert (Id : k0 / 2 * (x * (k0 - c - x) + (c - x)) =
    (k0 / 2 - x) * c + x * ((1 - k0 / 2) * (c - k0 / 2)) + k0 / 2 * (x * (k0 / 2 - x))) by field.
  assert (0 <= k0 / 2 * (x * (k0 - c - x) + (c - x))) by lra.
  assert (0 <= x * (k0 - c - x) + (c - x)) by nra. lra.
Qed.

(** Along a differentiable branch n(E) of critical points. *)
Theorem local_elasticity (n : R -> R) (n' : R) :
  locally E (fun e => crit e (n e)) -> is_derive n E n' ->
  0 <= reduced a alpha b beta gamma omega delta E (n E) ->
  n' * E / n E = (1 + v (n E) + w (n E) * v (n E)) /
    ((1 + alpha * gamma) * (1 + v (n E)) + k0 - w (n E) - 1).
Proof.
  intros Hloc D HP.
  replace ((1 + alpha * gamma) * (1 + v (n E)) + k0 - w (n E) - 1) with ((1 + alpha * gamma) * (1 + v (n E)) + (k0 - 1) - w (n E)) by ring. pose proof (locally_singleton _ _ Hloc) as Hc.
  pose proof (second_order (n E) Hc HP) as SO. pose proof (share_as_slope (n E) Hc) as V.
  pose proof (margin_still_rises _ _ _ _ _ _ _ _ firm (n E) Hc) as HM1.
  pose proof Hc as (Hn & HM & Heq).
  pose proof (slope_split a alpha gamma omega E (n E) Hn) as S.
  destruct firm as (Ha & Hal & Hb & Hbe & Ho & Hde & HE & Hag).
  set (m := n E) in *. set (s := 1 + alpha * gamma) in *.
  set (A1 := alpha * omega / (Rpower a gamma * Rpower m s)) in *.
  (* The derivatives of the margin, its slope and the cost of training along the branch. *)
  assert (D2 : is_derive (fun e => 2 * n e / e) E ((2 * n' * E - 2 * m * 1) / E ^ 2)).
  { apply (is_derive_div (fun e => 2 * n e) (fun e => e)); [apply (is_derive_scal n); exact D | apply is_derive_Reals, derivable_pt_lim_id | lra]. }
  assert (D3 : is_derive (fun e => 2 / e) E ((0 * E - 2 * 1) / E ^ 2)).
  { apply (is_derive_div (fun _ => 2) (fun e => e)); [apply is_derive_Reals, derivable_pt_lim_const | apply is_derive_Reals, derivable_pt_lim_id | lra]. }
  assert (DM : is_derive (fun e => M e (n e)) E (A1 * n' - (2 * n' * E - 2 * m * 1) / E ^ 2)).
  { unfold margin.
    apply (is_derive_minus (fun e => omega * deformed_log (a * Rpower (n e) alpha) gamma) (fun e => 2 * n e / e)); [| exact D2].
    apply (derive_value _ _ (omega * (n' * (alpha / (Rpower a gamma * Rpower m s))))); [| unfold A1, Rdiv; ring].
    apply (is_derive_scal (fun e => deformed_log (a * Rpower (n e) alpha) gamma)).
    apply (is_derive_comp (fun x => deformed_log (a * Rpower x alpha) gamma) n E); [| assumption].
    apply adoption_slope; assumption. }
  assert (DP : forall p, is_derive (fun e => Rpower (n e) p) E (n' * (p * Rpower m (p - 1)))).
  { intros p. apply (is_derive_comp (fun x => Rpower x p) n E); [| assumption]. apply is_derive_Rpower, Hn. }
  set (A := Rpower a gamma) in *. assert (HA : 0 < A) by apply Rpower_pos.
  set (X := Rpower m s) in *. assert (HX : 0 < X) by apply Rpower_pos.
  assert (HA1 : 0 < A1) by (unfold A1; pos).
  assert (DM1 : is_derive (fun e => M1 e (n e)) E (- (s * A1 * n' / m) - (0 * E - 2 * 1) / E ^ 2)).
  { unfold margin_slope. apply (is_derive_minus (fun e => alpha * omega / (A * Rpower (n e) s)) (fun e => 2 / e)); [| exact D3].
    apply is_derive_ext with (f := fun e => alpha * omega / A * Rpower (n e) (- s)).
    { intros e. change (@eq R (alpha * omega / A * Rpower (n e) (- s)) (alpha * omega / (A * Rpower (n e) s))).
      rewrite Rpower_Ropp. pose proof (Rpower_pos (n e) s). field. split; lra. }
    apply (derive_value _ _ (alpha * omega / A * (n' * (- s * Rpower m (- s - 1))))).
    { apply (is_derive_scal (fun e => Rpower (n e) (- s))). apply DP. }
    replace (Rpower m (- s - 1)) with (/ (X * m)); [unfold A1; field; repeat split; lra |].
    replace (- s - 1) with (- (s + 1)) by ring. rewrite Rpower_Ropp, Rpower_plus, Rpower_1 by assumption. reflexivity. }
  (* The condition holds along the branch, so its derivative vanishes. *)
  set (kap := kappa) in *.
  set (Y := Rpower m (k0 - 1)) in *. assert (HY : 0 < Y) by apply Rpower_pos.
  assert (DC : is_derive (fun e => kap * Rpower (n e) (k0 - 1) / e) E
    ((kap * (n' * ((k0 - 1) * (Y / m))) * E - kap * Y * 1) / E ^ 2)).
  { apply (is_derive_div (fun e => kap * Rpower (n e) (k0 - 1)) (fun e => e)); [| apply is_derive_Reals, derivable_pt_lim_id | lra].
    apply (is_derive_scal (fun e => Rpower (n e) (k0 - 1))).
    apply (derive_value _ _ (n' * ((k0 - 1) * Rpower m (k0 - 1 - 1)))); [apply DP |].
    f_equal. f_equal. unfold Y.
    replace (k0 - 1 - 1) with (k0 - 1 + - (1)) by ring. rewrite Rpower_plus, Rpower_Ropp, Rpower_1 by assumption. reflexivity. }
  assert (DMM : is_derive (fun e => M e (n e) * M1 e (n e)) E
    ((A1 * n' - (2 * n' * E - 2 * m * 1) / E ^ 2) * M1 E m + M E m * (- (s * A1 * n' / m) - (0 * E - 2 * 1) / E ^ 2))).
  { apply (is_derive_mult (fun e => M e (n e)) (fun e => M1 e (n e)) E); auto. intros; apply Rmult_comm. }
  assert (Eq : (A1 * n' - (2 * n' * E - 2 * m * 1) / E ^ 2) * M1 E m + M E m * (- (s * A1 * n' / m) - (0 * E - 2 * 1) / E ^ 2)
    = (kap * (n' * ((k0 - 1) * (Y / m))) * E - kap * Y * 1) / E ^ 2).
  { rewrite <- (is_derive_unique _ _ _ DMM), <- (is_derive_unique _ _ _ DC).
    apply Derive_ext_loc. apply (filter_imp (fun e => crit e (n e))); [| exact Hloc].
    intros e (_ & _ & He). rewrite He. unfold kap, Rdiv. ring. }
  assert (EY : kap * Y = E * (M E m * M1 E m)) by (rewrite Heq; unfold kap; field; lra).
  assert (EA : A1 = 2 / E + M1 E m) by exact S.
  assert (Ew : w m = m * M1 E m / M E m) by reflexivity.
  rewrite V in SO |- *. rewrite Ew in SO |- *. rewrite EA in Eq.
  set (Mn := M E m) in *. set (Sn := M1 E m) in *.
  set (den := s * (1 + 2 / E / Sn) + (k0 - 1) - m * Sn / Mn) in *.
  apply (Rmult_eq_reg_r den); [| lra].
  replace ((1 + 2 / E / Sn + m * Sn / Mn * (2 / E / Sn)) / den * den) with (1 + 2 / E / Sn + m * Sn / Mn * (2 / E / Sn)) by (field; repeat split; lra).
  (* Both sides of the derivative, times E/(M M'). *)
  apply (Rmult_eq_reg_r (Mn * Sn / E)); [| apply Rgt_not_eq; pos].
  replace (kap * (n' * ((k0 - 1) * (Y / m))) * E - kap * Y * 1) with (kap * Y * (n' * (k0 - 1) / m * E - 1)) in Eq by (field; lra).
  rewrite EY in Eq. unfold den.
  apply Rminus_diag_uniq. apply Rminus_diag_eq in Eq. rewrite <- (Ropp_0). rewrite <- Eq. field. repeat split; lra.
Qed.

(** The bounds for alpha >= beta. *)
Theorem elasticity_bounds (n : R -> R) (n' : R) : beta <= alpha ->
  locally E (fun e => crit e (n e)) -> is_derive n E n' ->
  0 <= reduced a alpha b beta gamma omega delta E (n E) ->
  1 / (1 + alpha * gamma + (k0 - 1) / (1 + v (n E))) < n' * E / n E <=
  (1 + 2 * n E / E / M E (n E) / (1 + v (n E))) / (1 + alpha * gamma).
Proof.
  intros Hab Hloc D HP. rewrite (local_elasticity n n' Hloc D HP).
  replace ((1 + alpha * gamma) * (1 + v (n E)) + k0 - w (n E) - 1) with ((1 + alpha * gamma) * (1 + v (n E)) + (k0 - 1) - w (n E)) by ring.
  pose proof (locally_singleton _ _ Hloc) as Hc. cbv beta in Hc. set (m := n E) in *.
  pose proof (second_order m Hc HP) as SO. pose proof (share_as_slope m Hc) as V.
  pose proof (margin_still_rises _ _ _ _ _ _ _ _ firm m Hc) as HM1.
  pose proof (elasticity_at_most _ _ _ _ _ _ _ _ firm m Hc HP) as W. fold (w m) in W.
  pose proof Hc as (Hn & HM & _).
  destruct firm as (Ha & Hal & Hb & Hbe & Ho & Hde & HE & Hag).
  assert (Hk : 2 <= k0).
  { unfold k. assert (1 <= alpha / beta); [| lra]. apply (Rmult_le_reg_r beta); [assumption |].
    replace (alpha / beta * beta) with alpha by (field; lra). lra. }
  assert (Hw : 0 < w m) by (unfold margin_elasticity; pos).
  assert (Hv : 0 < v m) by (rewrite V; pos).
  assert (U : 2 * m / E / M E m = v m * w m) by (rewrite V; unfold margin_elasticity; field; repeat split; lra).
  rewrite U. set (x := v m) in *. set (y := w m) in *. set (s := 1 + alpha * gamma) in *.
  assert (Hxy : 0 < x * y) by pos. assert (Hs1 : 0 < s * (1 + x)) by pos.
  split.
  - replace (1 / (s + (k0 - 1) / (1 + x))) with ((1 + x) / (s * (1 + x) + (k0 - 1))) by (field; split; lra).
    apply (Rmult_lt_reg_r ((s * (1 + x) + (k0 - 1)) * (s * (1 + x) + (k0 - 1) - y))); [apply Rmult_lt_0_compat; lra |].
    replace ((1 + x) / (s * (1 + x) + (k0 - 1)) * ((s * (1 + x) + (k0 - 1)) * (s * (1 + x) + (k0 - 1) - y)))
      with ((1 + x) * (s * (1 + x) + (k0 - 1) - y)) by (field; lra).
    replace ((1 + x + y * x) / (s * (1 + x) + (k0 - 1) - y) * ((s * (1 + x) + (k0 - 1)) * (s * (1 + x) + (k0 - 1) - y)))
      with ((1 + x + y * x) * (s * (1 + x) + (k0 - 1))) by (field; lra).
    assert (0 < (1 + x) * y) by pos. assert (0 < y * x * (s * (1 + x) + (k0 - 1))) by (apply Rmult_lt_0_compat; [pos | lra]). lra.
  - replace ((1 + x * y / (1 + x)) / s) with ((1 + x + y * x) / (s * (1 + x))) by (field; split; lra).
    unfold Rdiv. apply Rmult_le_compat_l; [assert (0 < y * x) by pos; lra |]. apply Rinv_le_contravar; lra.
Qed.

End Elasticity.

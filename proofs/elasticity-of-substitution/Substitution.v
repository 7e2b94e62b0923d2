(** The elasticity of substitution between parameters and data along an isoquant of the loss law. *)
From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
From Optimand Require Import Powers.
Open Scope R_scope.

Section Substitution.
Variables A alpha B beta L_inf : R.

(** L = L_inf + A n^-alpha + B d^-beta. *)
Definition loss (n d : R) : R := L_inf + A * Rpower n (- alpha) + B * Rpower d (- beta).

(** The marginal rate of substitution: the ratio of the partial derivatives. *)
Definition substitution_rate (n d : R) : R := Derive (fun x => loss x d) n / Derive (fun x => loss n x) d.

Hypothesis HA : 0 < A.
Hypothesis Hal : 0 < alpha.
Hypothesis HB : 0 < B.
Hypothesis Hbe : 0 < beta.

Lemma derive_value (f : R -> R) (x l l' : R) : is_derive f x l -> l = l' -> is_derive f x l'.
Proof. intros D <-. exact D. Qed.

Lemma loss_in_n n d : 0 < n -> is_derive (fun x => loss x d) n (A * (- alpha * Rpower n (- alpha - 1))).
Proof.
  intros Hn. apply is_derive_ext with (f := fun x => A * Rpower x (- alpha) + (L_inf + B * Rpower d (- beta))).
  { intros x. unfold loss. change (@eq R (A * Rpower x (- alpha) + (L_inf + B * Rpower d (- beta))) (L_inf + A * Rpower x (- alpha) + B * Rpower d (- beta))). ring. }
  apply (derive_value _ _ (A * (- alpha * Rpower n (- alpha - 1)) + 0)); [| ring].
  apply (is_derive_plus (fun x => A * Rpower x (- alpha)) (fun _ => L_inf + B * Rpower d (- beta))).
  - apply (is_derive_scal (fun x => Rpower x (- alpha))). apply is_derive_Rpower, Hn.
  - apply is_derive_Reals, derivable_pt_lim_const.
Qed.

Lemma loss_in_d n d : 0 < d -> is_derive (fun x => loss n x) d (B * (- beta * Rpower d (- beta - 1))).
Proof.
  intros Hd. apply (derive_value _ _ (0 + B * (- beta * Rpower d (- beta - 1)))); [| ring].
  apply (is_derive_plus (fun _ => L_inf + A * Rpower n (- alpha)) (fun x => B * Rpower x (- beta))).
  - apply is_derive_Reals, derivable_pt_lim_const.
  - apply (is_derive_scal (fun x => Rpower x (- beta))). apply is_derive_Rpower, Hd.
Qed.

Lemma rate_formula n d : 0 < n -> 0 < d ->
  substitution_rate n d = A * alpha / (B * beta) * (Rpower n (- alpha - 1) * Rpower d (beta + 1)).
Proof.
  intros Hn Hd. unfold substitution_rate.
  replace (Derive (fun x => loss x d) n) with (A * (- alpha * Rpower n (- alpha - 1)))
    by (symmetry; apply is_derive_unique, loss_in_n, Hn).
  replace (Derive (fun x => loss n x) d) with (B * (- beta * Rpower d (- beta - 1)))
    by (symmetry; apply is_derive_unique, loss_in_d, Hd).
  replace (beta + 1) with (- (- beta - 1)) by ring. rewrite (Rpower_Ropp d).
  pose proof (Rpower_pos d (- beta - 1)). field. repeat split; lra.
Qed.

(** sigma = d ln(d/n) / d ln(rate) along a differentiable isoquant d(n). *)
Theorem elasticity_of_substitution (d : R -> R) (n d' : R) :
  0 < n -> locally n (fun x => 0 < d x /\ loss x (d x) = loss n (d n)) -> is_derive d n d' ->
  exists s1 s2, is_derive (fun x => ln (d x / x)) n s1 /\ is_derive (fun x => ln (substitution_rate x (d x))) n s2 /\
    s2 <> 0 /\
    s1 / s2 = (A * alpha * Rpower (d n) beta + B * beta * Rpower n alpha) /
      (A * alpha * (1 + beta) * Rpower (d n) beta + B * beta * (1 + alpha) * Rpower n alpha).
Proof.
  intros Hn Hloc D. destruct (locally_singleton _ _ Hloc) as [Hd _]. set (e := d n) in *.
  (* The slope of the isoquant. *)
  assert (DL : is_derive (fun x => loss x (d x)) n
    (A * (- alpha * Rpower n (- alpha - 1)) + d' * (B * (- beta * Rpower e (- beta - 1))))).
  { apply is_derive_ext with (f := fun x => loss x 1 + (loss 1 (d x) - (L_inf + A * Rpower 1 (- alpha) + B * Rpower 1 (- beta)))).
    { intros x. unfold loss. change (@eq R (L_inf + A * Rpower x (- alpha) + B * Rpower 1 (- beta) + (L_inf + A * Rpower 1 (- alpha) + B * Rpower (d x) (- beta) - (L_inf + A * Rpower 1 (- alpha) + B * Rpower 1 (- beta)))) (L_inf + A * Rpower x (- alpha) + B * Rpower (d x) (- beta))). ring. }
    apply (is_derive_plus (fun x => loss x 1)); [apply loss_in_n, Hn |].
    set (c := L_inf + A * Rpower 1 (- alpha) + B * Rpower 1 (- beta)).
    apply (derive_value _ _ (d' * (B * (- beta * Rpower e (- beta - 1))) - 0)); [| ring].
    apply (is_derive_minus (fun x => loss 1 (d x)) (fun _ => c)); [| apply is_derive_Reals, derivable_pt_lim_const].
    apply (is_derive_comp (fun y => loss 1 y) d n); [apply loss_in_d, Hd | exact D]. }
  assert (Z : A * (- alpha * Rpower n (- alpha - 1)) + d' * (B * (- beta * Rpower e (- beta - 1))) = 0).
  { rewrite <- (is_derive_unique _ _ _ DL). rewrite (Derive_ext_loc _ (fun _ => loss n e)).
    - apply Derive_const.
    - apply (filter_imp (fun x => 0 < d x /\ loss x (d x) = loss n e)); [intros x [_ H]; exact H | exact Hloc]. }
  set (N := Rpower n alpha) in *. set (P := Rpower e beta) in *.
  assert (HN : 0 < N) by apply Rpower_pos. assert (HP : 0 < P) by apply Rpower_pos.
  assert (En : Rpower n (- alpha - 1) = / (N * n)).
  { replace (- alpha - 1) with (- (alpha + 1)) by ring. rewrite Rpower_Ropp, Rpower_plus, Rpower_1 by assumption. reflexivity. }
  assert (Ee : Rpower e (- beta - 1) = / (P * e)).
  { replace (- beta - 1) with (- (beta + 1)) by ring. rewrite Rpower_Ropp, Rpower_plus, Rpower_1 by assumption. reflexivity. }
  rewrite En, Ee in Z.
  assert (Ed : d' = - (A * alpha * P * e / (B * beta * N * n))).
  { apply (Rmult_eq_reg_r (B * beta / (P * e))); [| apply Rgt_not_eq; pos].
    replace (- (A * alpha * P * e / (B * beta * N * n)) * (B * beta / (P * e))) with (- (A * alpha / (N * n))) by (field; repeat split; lra).
    replace (A * (- alpha * / (N * n)) + d' * (B * (- beta * / (P * e)))) with (- (A * alpha / (N * n)) - d' * (B * beta / (P * e))) in Z by (field; repeat split; lra).
    lra. }
  exists (d' / e - / n), (- (alpha + 1) / n + (beta + 1) * (d' / e)).
  assert (near : locally n (fun x => 0 < x)) by (apply (open_gt 0); exact Hn).
  assert (DlD : is_derive (fun x => ln (d x)) n (d' / e)).
  { apply (is_derive_comp ln d n (/ e) d'); [| exact D]. apply is_derive_Reals, derivable_pt_lim_ln, Hd. }
  assert (Dln : is_derive ln n (/ n)) by (apply is_derive_Reals, derivable_pt_lim_ln, Hn).
  assert (good : locally n (fun x => 0 < x /\ 0 < d x)).
  { apply filter_and; [exact near |]. apply (filter_imp (fun x => 0 < d x /\ loss x (d x) = loss n e)); [tauto | exact Hloc]. }
  split.
  { apply is_derive_ext_loc with (f := fun x => ln (d x) - ln x).
    - apply (filter_imp (fun x => 0 < x /\ 0 < d x)); [| exact good]. intros x [Hx Hdx]. symmetry. apply ln_div; assumption.
    - apply (is_derive_minus (fun x => ln (d x)) ln); assumption. }
  split.
  { apply is_derive_ext_loc with (f := fun x => ln (A * alpha / (B * beta)) + - (alpha + 1) * ln x + (beta + 1) * ln (d x)).
    - apply (filter_imp (fun x => 0 < x /\ 0 < d x)); [| exact good]. intros x [Hx Hdx]. rewrite rate_formula by assumption.
      rewrite (ln_mult (A * alpha / (B * beta))), ln_mult, !ln_Rpower by pos.
      change (@eq R (ln (A * alpha / (B * beta)) + - (alpha + 1) * ln x + (beta + 1) * ln (d x))
        (ln (A * alpha / (B * beta)) + ((- alpha - 1) * ln x + (beta + 1) * ln (d x)))). ring.
    - apply (derive_value _ _ (0 + - (alpha + 1) * / n + (beta + 1) * (d' / e))); [| unfold Rdiv; ring].
      apply (is_derive_plus (fun x => ln (A * alpha / (B * beta)) + - (alpha + 1) * ln x) (fun x => (beta + 1) * ln (d x))).
      + apply (is_derive_plus (fun _ => ln (A * alpha / (B * beta))) (fun x => - (alpha + 1) * ln x)).
        * apply is_derive_Reals, derivable_pt_lim_const.
        * apply (is_derive_scal ln). exact Dln.
      + apply (is_derive_scal (fun x => ln (d x))). exact DlD. }
  assert (E2 : - (alpha + 1) / n + (beta + 1) * (d' / e) =
    - ((A * alpha * (1 + beta) * P + B * beta * (1 + alpha) * N) / (B * beta * N * n))).
  { rewrite Ed. field. repeat split; lra. }
  assert (E1 : d' / e - / n = - ((A * alpha * P + B * beta * N) / (B * beta * N * n))).
  { rewrite Ed. field. repeat split; lra. }
  assert (H2 : 0 < A * alpha * (1 + beta) * P + B * beta * (1 + alpha) * N) by pos.
  rewrite E1, E2. split.
  - apply Rlt_not_eq. assert (0 < (A * alpha * (1 + beta) * P + B * beta * (1 + alpha) * N) / (B * beta * N * n)) by pos. lra.
  - field. assert (0 < B * beta * N * n) by pos. repeat split; lra.
Qed.

End Substitution.

(** With alpha = beta it is one number. *)
Corollary equal_exponents A alpha B n e : 0 < A -> 0 < alpha -> 0 < B ->
  (A * alpha * Rpower e alpha + B * alpha * Rpower n alpha) /
  (A * alpha * (1 + alpha) * Rpower e alpha + B * alpha * (1 + alpha) * Rpower n alpha) = 1 / (1 + alpha).
Proof.
  intros HA Hal HB. pose proof (Rpower_pos e alpha). pose proof (Rpower_pos n alpha).
  assert (0 < A * alpha * Rpower e alpha + B * alpha * Rpower n alpha) by pos.
  field. split; [lra |]. replace (A * alpha * (1 + alpha) * Rpower e alpha + B * alpha * (1 + alpha) * Rpower n alpha)
    with ((1 + alpha) * (A * alpha * Rpower e alpha + B * alpha * Rpower n alpha)) by ring.
  apply Rgt_not_eq. pos.
Qed.

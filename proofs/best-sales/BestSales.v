(** Best sales of a given model. *)
From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
From Optimand Require Import Powers Model Adoption.
Open Scope R_scope.

Section BestSales.
Variables a alpha b beta gamma omega delta E : R.
Hypothesis firm : standing a alpha b beta gamma omega delta E.
Local Notation pi := (profit a alpha b beta gamma omega delta E).
Local Notation f n d := (adoption gamma (quality a alpha b beta n d)).

Lemma profit_as_parabola n d t :
  pi n d t = (omega * f n d - 2 * n / E) * t - delta * t ^ 2 - 6 * n * d / E.
Proof. unfold profit. unfold Rdiv. ring. Qed.

(** Where the margin is positive, (omega f - 2n/E)/(2 delta) is the unique maximum in t. *)
Theorem best_sales n d t :
  t <> (omega * f n d - 2 * n / E) / (2 * delta) ->
  pi n d t < pi n d ((omega * f n d - 2 * n / E) / (2 * delta)).
Proof.
  destruct firm as (_ & _ & _ & _ & _ & Hd & _). rewrite !profit_as_parabola.
  set (M := omega * f n d - 2 * n / E). intros Ht.
  assert (Hs : 0 < (t - M / (2 * delta)) ^ 2) by (apply pow2_gt_0; lra).
  assert (Eq : M * (M / (2 * delta)) - delta * (M / (2 * delta)) ^ 2 - (M * t - delta * t ^ 2)
            = delta * (t - M / (2 * delta)) ^ 2) by (field; lra).
  nra.
Qed.

(** Where it is not, selling nothing is best. *)
Theorem no_sales n d t : omega * f n d <= 2 * n / E -> 0 < t -> pi n d t < pi n d 0.
Proof.
  destruct firm as (_ & _ & _ & _ & _ & Hd & _). rewrite !profit_as_parabola. intros HM Ht.
  assert (0 < delta * t ^ 2) by pos. nra.
Qed.

(** What positive profit says: something is sold, the margin is positive, and the firm passes the lowest threshold. *)
Lemma profitable n d t : 0 < n -> 0 < d -> 0 <= t -> 0 < pi n d t ->
  0 < t /\ 0 < omega * f n d - 2 * n / E.
Proof.
  destruct firm as (_ & _ & _ & _ & Ho & Hde & HE & _). intros Hn Hd Ht.
  assert (0 < 6 * n * d / E) by pos. rewrite profit_as_parabola. set (M := omega * f n d - 2 * n / E). intros Hp.
  assert (H2 : 0 <= delta * t ^ 2) by nra. split; [destruct Ht as [|<-]; [assumption | exfalso; nra] | nra].
Qed.

Theorem optimum_sales n d t : sells a alpha b beta gamma omega delta E n d t ->
  t = (omega * f n d - 2 * n / E) / (2 * delta) /\ 0 < t.
Proof.
  intros [(Hn & Hd & Ht & Hbest) Hp]. destruct (profitable n d t Hn Hd Ht Hp) as [Ht0 HM]. split; [| assumption].
  destruct (Req_dec t ((omega * f n d - 2 * n / E) / (2 * delta))) as [|Hne]; [assumption | exfalso].
  pose proof (best_sales n d t Hne) as H. destruct firm as (_ & _ & _ & _ & _ & Hde & _).
  assert (0 < (omega * f n d - 2 * n / E) / (2 * delta)) by (apply Rdiv_lt_0_compat; lra).
  specialize (Hbest n d _ Hn Hd (Rlt_le _ _ H0)). lra.
Qed.

End BestSales.

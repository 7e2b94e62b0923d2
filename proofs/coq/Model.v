(** The baseline model: a firm chooses model size n, training tokens d and tokens sold t. *)
From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
From Optimand Require Import Powers.
Open Scope R_scope.

(** (1 - q^-gamma)/gamma, and ln q at gamma = 0. *)
Definition deformed_log (q gamma : R) : R :=
  if Req_EM_T gamma 0 then ln q else (1 - Rpower q (- gamma)) / gamma.

Section Model.
Variables a alpha b beta gamma omega delta E : R.

(** All symbols are positive but gamma, for which 1 + alpha gamma > 0. Nothing ties alpha to beta. *)
Definition standing : Prop :=
  0 < a /\ 0 < alpha /\ 0 < b /\ 0 < beta /\ 0 < omega /\ 0 < delta /\ 0 < E /\ 0 < 1 + alpha * gamma.

(** The smaller of two powers. *)
Definition quality (n d : R) : R := Rmin (a * Rpower n alpha) (b * Rpower d beta).

(** Nobody adopts below quality 1, where the logarithm is negative. *)
Definition adoption (q : R) : R := Rmax 0 (deformed_log q gamma).

(** Revenue less training and inference, dollars. *)
Definition profit (n d t : R) : R :=
  omega * t * adoption (quality n d) - delta * t ^ 2 - 6 * n * d / E - 2 * n * t / E.

(** No feasible choice is better. *)
Definition optimum (n d t : R) : Prop :=
  0 < n /\ 0 < d /\ 0 <= t /\
  forall n' d' t', 0 < n' -> 0 < d' -> 0 <= t' -> profit n' d' t' <= profit n d t.

(** The best choice earns something: the firm is in business. *)
Definition sells (n d t : R) : Prop := optimum n d t /\ 0 < profit n d t.

(** No choice is better that uses at most D tokens. *)
Definition data_bound_optimum (D n d t : R) : Prop :=
  0 < n /\ 0 < d <= D /\ 0 <= t /\
  forall n' d' t', 0 < n' -> 0 < d' <= D -> 0 <= t' -> profit n' d' t' <= profit n d t.

(** On the efficient ray d = R n^(k-1), and training costs 6 R n^k/E. *)
Definition k : R := 1 + alpha / beta.
Definition ray : R := Rpower (a / b) (1 / beta).

(** With alpha = beta the tokens per parameter on the ray. *)
Definition rho : R := Rpower (a / b) (1 / alpha).

(** The size at which adoption gained by one parameter just pays for serving it. *)
Definition n_I : R := Rpower (omega * alpha * E / (2 * Rpower a gamma)) (1 / (1 + alpha * gamma)).

(** The coefficient of the marginal training cost. *)
Definition kappa : R := 12 * delta * k * ray.

(** The margin on the ray, price at vanishing sales less inference cost, and its derivative in n. *)
Definition margin (n : R) : R := omega * deformed_log (a * Rpower n alpha) gamma - 2 * n / E.
Definition margin_slope (n : R) : R :=
  alpha * omega / (Rpower a gamma * Rpower n (1 + alpha * gamma)) - 2 / E.

(** Profit on the ray at best sales, where the margin is positive. *)
Definition reduced (n : R) : R := margin n ^ 2 / (4 * delta) - 6 * ray * Rpower n k / E.

(** The reduced first-order condition, at a size where something is sold. *)
Definition critical (n : R) : Prop :=
  0 < n /\ 0 < margin n /\
  margin n * margin_slope n = 12 * delta * k * ray * Rpower n (k - 1) / E.

End Model.

/** The part of a SymPy file that is the same for every model: how its steps are checked. Plain Python, no packages but SymPy. */
export const PROGRAM = String.raw`
import random
import signal
import sys

import sympy as sp
from mpmath import mp, mpf, findroot

mp.dps = 60
DIGITS = mpf(10) ** -45      # how far two sides may differ, relative to their size
POINTS = 3                   # random points at which what is not decided symbolically is tried
TRIES = 400
SECONDS = 4                  # for one symbolic attempt
random.seed(20260514)


def deformed_log(x, g):
    """The integral of s**-(1+g) from 1 to x: log(x) at g = 0, else (1 - x**-g)/g."""
    return sp.log(x) if g == 0 else (1 - x ** (-g)) / g


class TimeUp(Exception):
    pass


def _alarm(*_):
    raise TimeUp()


signal.signal(signal.SIGALRM, _alarm)


def within_time(ask):
    """The answer, or None where it takes too long or SymPy gives up."""
    signal.alarm(SECONDS)
    try:
        return ask()
    except (TimeUp, NotImplementedError, ValueError, TypeError, AttributeError, RecursionError):
        return None
    finally:
        signal.alarm(0)


def opened(e, but=None):
    """With every letter that stands for a term replaced by it, through all levels; one letter is kept."""
    for _ in range(12):
        more = {s: DEFINITIONS[s] for s in e.free_symbols if s in DEFINITIONS and s != but}
        if not more:
            return e
        e = e.subs(more, simultaneous=True)
    return e


def vanishes(e):
    """True where SymPy shows that e is 0, None where it does not."""
    if e.has(sp.Min, sp.Max) or e.count_ops() > 400:
        return None
    def ask():
        for way in (sp.expand, lambda x: sp.powsimp(sp.expand(x), force=True), sp.simplify):
            if way(e) == 0:
                return True
        return None
    return within_time(ask)


def draw(s):
    low, high = DOMAINS.get(s, (None, None))
    u = mpf(random.random())
    if low is not None and high is not None:
        return mpf(low) + (mpf(high) - mpf(low)) * u
    if low is not None:
        return mpf(low) + mp.exp(3 * u - mpf(3) / 2)
    if high is not None:
        return mpf(high) - mp.exp(3 * u - mpf(3) / 2)
    return 3 * u - mpf(3) / 2


def inside(s, x):
    low, high = DOMAINS.get(s, (None, None))
    return (low is None or x > low) and (high is None or x < high)


COMPILED = {}


def number(e, at):
    names = tuple(sorted(e.free_symbols, key=str))
    if e not in COMPILED:
        COMPILED[e] = sp.lambdify(names, e, 'mpmath')
    value = mp.mpmathify(COMPILED[e](*[at[s] for s in names]))
    if isinstance(value, mp.mpc):
        if abs(value.imag) > mpf(10) ** -40 * (1 + abs(value)):
            raise ValueError('not real')
        value = value.real
    return value


TINY = mpf(10) ** -12   # a root of a product may be one of a factor that is assumed positive
SIGNS = {
    'positive': lambda x: x > TINY, 'negative': lambda x: x < -TINY, 'non-negative': lambda x: x >= 0,
    'non-positive': lambda x: x <= 0, 'non-zero': lambda x: abs(x) > TINY, 'zero': lambda x: True,
}
ORDER = {
    '<': lambda l, r: l < r, '>': lambda l, r: l > r, '<=': lambda l, r: l <= r * (1 + DIGITS) + DIGITS,
    '>=': lambda l, r: l >= r * (1 - DIGITS) - DIGITS, '!=': lambda l, r: l != r,
}


def point(premises, facts, letters, choice):
    """Numbers for the letters at which premises and facts hold, or None."""
    # Roots are looked for near what is drawn, and every other time anywhere around it.
    spread = mp.exp(6 * mpf(random.random()) - 3) if random.random() < 0.5 else 1
    equations = [(l, r) for l, sign, r in premises if sign == '=' and not l.has(sp.Min, sp.Max)]
    others = [p for p in premises if p[1] != '=']
    fixed, taken = [], set()
    for l, r in equations:
        if l.is_Symbol and l not in r.free_symbols and l not in taken:
            fixed.append((l, l, r))
            taken.add(l)
            continue
        free = sorted((l - r).free_symbols - taken - SHAPES, key=str)
        if not free:
            return None
        own = free[choice % len(free)]
        fixed.append((own, l, r))
        taken.add(own)
    at = {s: draw(s) for s in letters if s not in taken}
    fixed.sort(key=lambda one: len((one[1] - one[2]).free_symbols & taken))
    for own, l, r in fixed:
        if l == own and own not in r.free_symbols:
            at[own] = number(r, at)
        else:
            gap = l - r
            at[own] = findroot(lambda x: number(gap, {**at, own: x}), draw(own) * spread)
        # A root at 0 makes both sides vanish whatever they are: it says nothing.
        if not inside(own, at[own]) or abs(at[own]) < mpf(10) ** -12:
            return None
    if all(SIGNS[sign](number(e, at)) for e, sign in facts) and all(
        ORDER[sign](number(l, at), number(r, at)) for l, sign, r in others
    ):
        return at
    return None


def size(e, at):
    """How large the summands of a side are: what a difference of them is to be held against."""
    return sum(abs(number(part, at)) for part in (e.args if e.is_Add else (e,)))


def holds(states, at):
    l, sign, r = states
    x, y = number(l, at), number(r, at)
    if sign != '=':
        return ORDER[sign](x, y)
    return abs(x - y) <= DIGITS * (size(l, at) + size(r, at))


def at_points(states, premises, facts, open_letters):
    """How often the relation holds, and whether ever it does not, where premises and facts do."""
    change = opened if open_letters else (lambda e: e)
    states = tuple(x if isinstance(x, str) else change(x) for x in states)
    premises = [tuple(x if isinstance(x, str) else change(x) for x in p) for p in premises]
    facts = [(change(e), sign) for e, sign in facts]
    terms = [e for rel in [states] + premises for e in rel if not isinstance(e, str)] + [e for e, _ in facts]
    letters = sorted(set().union(*[e.free_symbols for e in terms]), key=str)
    found = 0
    for attempt in range(TRIES):
        try:
            at = point(premises, facts, letters, attempt // 40)
        except (ValueError, ZeroDivisionError, OverflowError, TypeError, KeyError):
            continue
        if at is None:
            continue
        try:
            if not holds(states, at):
                return found, True
        except (ValueError, ZeroDivisionError, OverflowError):
            continue
        found += 1
        if found == POINTS:
            break
    return found, False


def numerically(states, premises, facts):
    ever = False
    for open_letters in (False, True):
        found, broken = at_points(states, premises, facts, open_letters)
        if found > 0 and not broken:
            return 'holds at %d random points, %d digits' % (found, 45)
        ever = ever or broken
    terms = [e for rel in [states] + premises for e in rel if not isinstance(e, str)]
    if ever and any(e.free_symbols & set(DEFINITIONS) for e in terms) and found == 0 and not broken:
        return 'not checked: with its letters written out no point was found at which its premises hold'
    return 'FAILS' if ever else None


def v_of(name):
    return sp.Symbol(name, **KIND.get(name, {}))


def slope_of(term, letter, in_logs):
    e = opened(term, letter)
    d = sp.diff(e, letter)
    return letter * d / e if in_logs else d


def check(step):
    """What is found of one step: a word on how it was checked, or FAILS."""
    rule, method, states, premises, facts = step
    if rule in ('model', 'definition', 'assume', 'earlier'):
        return 'given'
    if states is None or states[1] == '~' or any(p[1] == '~' for p in premises):
        return 'not checked: it speaks of a limit or in words'
    if rule in ('argument', 'dominant', 'log-convex', 'unsolved', 'implicit'):
        return 'not checked: a step by ' + rule
    l, sign, r = states
    if rule == 'stationary':
        return 'symbolic' if r == 0 and premises and l == premises[0][2] else 'FAILS'
    if rule == 'integrate':
        return 'not checked: an integral, whose derivative is checked elsewhere'
    if rule == 'differentiate' and method.startswith('d'):
        letter = v_of(method.rsplit('/d', 1)[1].replace(' ln ', '').strip())
        taken = slope_of(premises[0][2], letter, 'ln' in method)
        if vanishes(taken - opened(r, letter)):
            return 'symbolic'
        return numerically((taken, '=', opened(r, letter)), [], facts) or 'not checked: no point'
    if rule == 'limit':
        name = method.split(' ')[0]
        if not method.endswith('-> 0'):
            return 'not checked: another limit'
        letter = v_of(name)
        near = opened(premises[0][2]).subs(letter, sp.Rational(1, 10 ** 25))
        found, broken = 0, False
        for _ in range(POINTS):
            at = {s: draw(s) for s in near.free_symbols | opened(r).free_symbols}
            x, y = number(near, at), number(opened(r), at)
            broken = broken or abs(x - y) > mpf(10) ** -12 * (1 + abs(y))
        return 'FAILS' if broken else 'near the limit at %d random points' % POINTS
    if sign == '=' and rule == 'solve' and l.is_Symbol and premises and premises[0][1] == '=':
        first = premises[0]
        if vanishes((first[0] - first[2]).subs(l, r)):
            return 'symbolic'
        # A branch is chosen by words: what is asked is that the value is a root.
        return numerically((first[0], '=', first[2]), [states], facts) or 'not checked: no point'
    if sign == '=' and len(premises) == 1 and premises[0][1] == '=' and premises[0][0] == l:
        if vanishes(premises[0][2] - r):
            return 'symbolic'
    if rule == 'substitute' and premises and all(p[1] == '=' and p[0].is_Symbol for p in premises[1:]) and premises[0][1] == sign:
        by = {p[0]: p[2] for p in premises[1:]}
        wanted = [premises[0][0].subs(by, simultaneous=True), premises[0][2].subs(by, simultaneous=True)]
        gaps = [wanted[0] - l, wanted[1] - r]
        if all(gap == 0 or vanishes(gap) for gap in gaps):
            return 'symbolic'
    return numerically(states, premises, facts) or 'not checked: no point was found at which its premises hold'


def main():
    failed = 0
    tally = {}
    for kind, domains, shapes, definitions, (title, about, steps) in ALL:
        globals().update(KIND=kind, DOMAINS=domains, SHAPES=shapes, DEFINITIONS=definitions)
        print('\n%s: %s' % (title, about))
        for i, (words, step) in enumerate(steps):
            rule, _, states, _, _ = step
            if rule == 'definition' and states and states[0].is_Symbol:
                definitions[states[0]] = states[2]   # a letter may stand for another term in another case
            found = check(step)
            how = found.split(':')[0].split(' at ')[0]
            tally[how] = tally.get(how, 0) + 1
            failed += found == 'FAILS'
            print('  %2d %-50s %s' % (i + 1, found, words))
    print('\n' + ', '.join('%d %s' % (count, how) for how, count in sorted(tally.items())))
    print('FAILED' if failed else 'nothing fails')
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
`;

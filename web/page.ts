/** The page: what is moved on it goes to the workers, what they answer is shown. */
import { Asker, type Reply } from './ask.ts';
import { type Controls, controlsFor } from './controls.ts';
import { byId, element } from './dom.ts';
import type { Answers, Optimum, Question, VariantControls } from './messages.ts';
import { optimumTex, showClaims, showGrowth, showLaws, showOptimum } from './show.ts';
import { commandOf, fromHash, fromJson, type State, toHash, toJson, withAdoption } from './state.ts';

interface Preset {
  readonly name: string;
  readonly state: State;
}

interface Kept<Q extends Question> {
  readonly state: State;
  readonly answer: Answers[Q];
}

const textIn = (id: string): string => byId(id).textContent ?? '';
const source = URL.createObjectURL(new Blob([textIn('engine')], { type: 'text/javascript' }));
const presets = JSON.parse(textIn('presets')) as readonly Preset[];

/** One worker for what is shown at once, another for what may take longer and is left where something newer is asked. */
const fast = new Asker(source);
const slow = new Asker(source);
const SLOW = ['laws', 'growth', 'referee', 'claims'] as const;
/** Milliseconds of rest before what takes longer is asked. */
const REST = 250;
/** Milliseconds for which the plot waits for its laws, where they are known. */
const PATIENCE = 150;
/** The plot rests for so many times as long as drawing it took, so that what is moved meanwhile is answered. */
const PLOT_REST = 3;

let variants: readonly VariantControls[] = [];
let own: VariantControls | null = null;
let controls: Controls | null = null;
let state: State = { variant: 'baseline', set: {} };
let found: (Optimum & { readonly state: State }) | null = null;
let resting: ReturnType<typeof setTimeout> | undefined;
/** When the figure is drawn, in milliseconds of the page's clock: not before `next`; at `due`, where a timer waits. */
const plot: { next: number; due: number; moved: number; timer: ReturnType<typeof setTimeout> | undefined } = {
  next: 0,
  due: 0,
  moved: 0,
  timer: undefined,
};
const kept: { [Q in Question]?: Kept<Q> } = {};
/** Models and shapes of which the fast worker knows the laws, and the slow one. */
const known = { fast: new Set<string>(), slow: new Set<string>() };

const select = byId('variant') as HTMLSelectElement;
const chooser = byId('preset') as HTMLSelectElement;
const adopted = byId('adoption') as HTMLInputElement;

/** Where an answer is shown, and why there is none. */
const AREAS: Readonly<Partial<Record<Question, string>>> = {
  points: 'plot',
  growth: 'plot',
  numbers: 'laws',
  laws: 'laws',
  claims: 'claims',
};
function busy(question: Question, isBusy: boolean): void {
  const area = AREAS[question];
  if (area) byId(area).setAttribute('aria-busy', String(isBusy));
}

/** What laws and figures are about: everything but E. */
const placeOf = ({ variant, model, set: { E: _, ...set } }: State): string =>
  JSON.stringify([variant, model, set]);

/** What the form of the laws is about: the model and its shape parameters. */
function formOf({ variant, model, set }: State): string {
  const shapes = own?.controls.filter(({ isShape }) => isShape).map(({ name }) => set[name]);
  return JSON.stringify([variant, model, shapes]);
}

/** What has been answered about this state but for its E; null where nothing has. */
function keptHere<Q extends Question>(question: Q): Answers[Q] | null {
  const one = kept[question] as Kept<Q> | undefined;
  return one && placeOf(one.state) === placeOf(state) ? one.answer : null;
}

function share(): void {
  const hash = toHash(state);
  (byId('link') as HTMLInputElement).value = `${location.href.split('#')[0]}#${hash}`;
  byId('command').textContent = commandOf(state, 'optimize');
  byId('json').textContent = toJson(state);
}

/** Asks the slow worker; where it is busy with laws of another form it begins anew. */
function askSlowly(question: Question): void {
  if (slow.states.some((other) => formOf(other) !== formOf(state))) {
    slow.restart();
    known.slow.clear();
  }
  busy(question, !isShown(question));
  slow.ask(question, state);
}

/** Whether what stands on the page in the place of an answer is of what is set, if not the whole of it. */
const isShown = (question: Question): boolean =>
  (question === 'laws' && keptHere('numbers') !== null) ||
  (question === 'growth' && keptHere('points') !== null);

/** What is set has changed: the optimum at once, the rest after a moment's rest. */
function moved(): void {
  if (!controls) return;
  const before = formOf(state);
  state = { ...state, set: controls.texts() };
  share();
  for (const question of ['laws', 'growth'] as const)
    busy(question, keptHere(question) === null && !isShown(question));
  plot.moved = performance.now();
  fast.ask('optimum', state);
  if (!keptHere('points')) fast.ask('points', state);
  if (known.fast.has(formOf(state)) && !keptHere('numbers')) fast.ask('numbers', state);
  if (known.slow.has(formOf(state))) {
    if (!keptHere('growth')) askSlowly('growth');
  } else if (formOf(state) === before && !keptHere('laws')) askSlowly('laws');
  clearTimeout(resting);
  resting = setTimeout(() => {
    history.replaceState(null, '', `#${toHash(state)}`);
    for (const question of SLOW) {
      if ((question === 'laws' || question === 'growth') && keptHere(question)) continue;
      askSlowly(question);
    }
  }, REST);
}

/** Shows a state: its variant's controls with its values. */
function open(next: State): void {
  byId('adoption-error').textContent = '';
  if (next.model === undefined) openVariant(next);
  else fast.ask('own', next);
}

/** Shows the controls with the state's values. */
function shown(next: State, of: VariantControls): void {
  state = next;
  own = of;
  controls = controlsFor(of, moved);
  controls.show(next.set);
  moved();
}

function openVariant(next: State): void {
  const of = variants.find(({ id }) => id === next.variant) ?? variants[0];
  if (!of) return;
  byId('error').textContent =
    of.id === next.variant ? '' : `There is no variant "${next.variant.slice(0, 40)}".`;
  select.value = of.id;
  shown({ variant: of.id, set: next.set }, of);
}

fast.on('own', ({ state: asked, answer, refusal }) => {
  byId('adoption-error').textContent = refusal ?? '';
  if (asked && answer) {
    select.value = asked.variant;
    shown(asked, answer);
  }
});

/** The values of what stays, when the variant changes. */
function change(variant: string): void {
  const adoption = adopted.value.trim();
  const own = adoption === '' ? {} : { model: withAdoption(variant, adoption) };
  open({ variant, set: state.set, ...own });
}

const isOfNow = (one: State): boolean => toHash(one) === toHash(state);

/** The figure as it can be drawn now, with its laws if they are there. */
function paintPlot(): void {
  plot.timer = undefined;
  const growth = keptHere('growth') ?? keptHere('points');
  if (!found || !growth || !isOfNow(found.state)) return;
  const start = performance.now();
  showGrowth(growth, found);
  busy('growth', false);
  plot.next = performance.now() + PLOT_REST * (performance.now() - start);
}

/** Has the figure drawn, with its laws as soon as they are there. */
function drawPlot(): void {
  const isAwaited = !keptHere('growth') && known.slow.has(formOf(state));
  const now = performance.now();
  const due = Math.max(now, plot.next, isAwaited ? plot.moved + PATIENCE : now);
  if (plot.timer !== undefined && plot.due <= due) return;
  clearTimeout(plot.timer);
  plot.due = due;
  plot.timer = setTimeout(paintPlot, due - now);
}

function drawLaws(): void {
  if (!found || !isOfNow(found.state)) return;
  const [whole, numbers] = [keptHere('laws'), keptHere('numbers')];
  if (whole) showLaws(whole.regimes, found, true);
  else if (numbers) showLaws(numbers, found, false);
}

fast.on('variants', ({ answer }) => {
  variants = answer ?? [];
  select.replaceChildren(
    ...variants.map(({ id, title }) => element('option', { value: id }, `${id}: ${title}`)),
  );
  open(fromHash(location.hash) ?? presets[0]?.state ?? state);
});

/** Shows an optimum, if it is still of what is set. */
function showFound(asked: State | null, answer: Optimum | null): void {
  if (!answer || !asked) return;
  found = { ...answer, state: asked };
  controls?.complain(answer.errors);
  showOptimum(answer, own?.controls ?? []);
  byId('tex').textContent = optimumTex(answer);
}

fast.on('optimum', ({ state: asked, answer }) => {
  showFound(asked, answer);
  requestAnimationFrame(() => {
    drawLaws();
    drawPlot();
  });
});

/** Keeps an answer, or shows why there is none, and draws. */
function keep<Q extends Question>(
  question: Q,
  { state: asked, answer, refusal }: Reply<Q>,
  draw: () => void,
): void {
  if (!asked || placeOf(asked) !== placeOf(state)) return;
  const area = AREAS[question];
  if (refusal !== null || area !== AREAS.growth) busy(question, false);
  if (refusal !== null && area && isOfNow(asked)) byId(area).replaceChildren(element('p', {}, refusal));
  if (answer) Object.assign(kept, { [question]: { state: asked, answer } });
  draw();
}

fast.on('points', (reply) => keep('points', reply, drawPlot));
fast.on('numbers', (reply) => keep('numbers', reply, drawLaws));
slow.on('growth', (reply) => keep('growth', reply, drawPlot));
slow.on('laws', (reply) => {
  const { state: asked, answer } = reply;
  if (asked && answer) {
    const form = formOf(asked);
    known.slow.add(form);
    if (!known.fast.has(form)) fast.ask('remember', asked, answer.found);
    known.fast.add(form);
  }
  keep('laws', reply, drawLaws);
});
slow.on('referee', ({ state: asked, answer }) => {
  if (asked && isOfNow(asked)) showFound(asked, answer);
});
slow.on('claims', ({ state: asked, answer, refusal }) => {
  if (!asked || !isOfNow(asked)) return;
  busy('claims', false);
  if (refusal !== null) byId('claims').replaceChildren(element('p', {}, refusal));
  if (answer) showClaims(answer);
});

chooser.replaceChildren(
  element('option', { value: '' }, 'choose …'),
  ...presets.map(({ name }, i) => element('option', { value: String(i) }, name)),
);
chooser.addEventListener('change', () => {
  const chosen = presets[Number(chooser.value)];
  if (chooser.value !== '' && chosen) open(chosen.state);
});
select.addEventListener('change', () => change(select.value));
adopted.addEventListener('change', () => change(select.value));
window.addEventListener('hashchange', () => {
  const next = fromHash(location.hash);
  if (next && toHash(next) !== toHash(state)) open(next);
});

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
  button.addEventListener('click', async () => {
    const from = byId(button.dataset.copy ?? '');
    const text = from instanceof HTMLInputElement ? from.value : (from.textContent ?? '');
    await navigator.clipboard?.writeText(text).catch(() => {});
    byId('said').textContent = 'Copied.';
  });
}

byId('save').addEventListener('click', () => {
  const link = element('a', {
    download: 'optimand.json',
    href: URL.createObjectURL(new Blob([toJson(state)])),
  });
  link.click();
  URL.revokeObjectURL(link.href);
});
byId('load').addEventListener('change', async ({ target }) => {
  const [file] = (target as HTMLInputElement).files ?? [];
  if (!file) return;
  const read = fromJson(await file.text());
  if (typeof read === 'string') byId('error').textContent = read;
  else open(read);
});

fast.ask('variants', null);

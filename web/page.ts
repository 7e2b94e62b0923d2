/** The page: what is moved on it goes to the workers, what they answer is shown. */
import { Asker } from './ask.ts';
import { type Controls, controlsFor } from './controls.ts';
import { byId, element } from './dom.ts';
import type { Answers, Optimum, Question, VariantControls } from './messages.ts';
import { optimumTex, showClaims, showGrowth, showLaws, showOptimum } from './show.ts';
import { commandOf, fromHash, fromJson, type State, toHash, toJson, withAdoption } from './state.ts';

interface Preset {
  readonly name: string;
  readonly state: State;
}

const textIn = (id: string): string => byId(id).textContent ?? '';
const source = new Blob([textIn('engine')], { type: 'text/javascript' });
const presets = JSON.parse(textIn('presets')) as readonly Preset[];

/** One worker for the optimum, which answers at once, another for what takes longer. */
const fast = new Asker(source);
const slow = new Asker(source);
const SLOW = ['growth', 'laws', 'claims'] as const;
/** Milliseconds of rest before what takes longer is asked. */
const REST = 250;

let variants: readonly VariantControls[] = [];
let controls: Controls | null = null;
let state: State = { variant: 'baseline', set: {} };
let found: Optimum | null = null;
let resting: ReturnType<typeof setTimeout> | undefined;
const kept: { [Q in Question]?: Answers[Q] } = {};

const select = byId('variant') as HTMLSelectElement;
const chooser = byId('preset') as HTMLSelectElement;
const adopted = byId('adoption') as HTMLInputElement;

const areas: Readonly<Record<(typeof SLOW)[number], string>> = {
  growth: 'plot',
  laws: 'laws',
  claims: 'claims',
};
const busy = (question: (typeof SLOW)[number], isBusy: boolean): void =>
  byId(areas[question]).setAttribute('aria-busy', String(isBusy));

function share(): void {
  const hash = toHash(state);
  history.replaceState(null, '', `#${hash}`);
  (byId('link') as HTMLInputElement).value = `${location.href.split('#')[0]}#${hash}`;
  byId('command').textContent = commandOf(state, 'optimize');
  byId('json').textContent = toJson(state);
}

/** What is set has changed: the optimum at once, the rest after a moment's rest. */
function moved(): void {
  if (!controls) return;
  state = { ...state, set: controls.texts() };
  share();
  fast.ask('optimum', state);
  clearTimeout(resting);
  resting = setTimeout(() => {
    for (const question of SLOW) {
      busy(question, true);
      slow.ask(question, state);
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
function shown(next: State, own: VariantControls): void {
  state = next;
  controls = controlsFor(own, moved);
  controls.show(next.set);
  moved();
}

function openVariant(next: State): void {
  const own = variants.find(({ id }) => id === next.variant) ?? variants[0];
  if (!own) return;
  byId('error').textContent =
    own.id === next.variant ? '' : `There is no variant "${next.variant.slice(0, 40)}".`;
  select.value = own.id;
  shown({ variant: own.id, set: next.set }, own);
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

function draw(): void {
  if (!found) return;
  if (kept.growth) showGrowth(kept.growth, found);
  if (kept.laws) showLaws(kept.laws, found);
}

fast.on('variants', ({ answer }) => {
  variants = answer ?? [];
  select.replaceChildren(
    ...variants.map(({ id, title }) => element('option', { value: id }, `${id}: ${title}`)),
  );
  open(fromHash(location.hash) ?? presets[0]?.state ?? state);
});

fast.on('optimum', ({ answer }) => {
  if (!answer) return;
  found = answer;
  controls?.complain(answer.errors);
  showOptimum(answer);
  byId('tex').textContent = optimumTex(answer);
  draw();
});

function refused(question: (typeof SLOW)[number], refusal: string | null): void {
  busy(question, false);
  if (refusal !== null) byId(areas[question]).replaceChildren(element('p', {}, refusal));
}

slow.on('growth', ({ answer, refusal }) => {
  refused('growth', refusal);
  delete kept.growth;
  if (answer) kept.growth = answer;
  if (found && answer) showGrowth(answer, found);
});
slow.on('laws', ({ answer, refusal }) => {
  refused('laws', refusal);
  delete kept.laws;
  if (answer) kept.laws = answer;
  if (found && answer) showLaws(answer, found);
});
slow.on('claims', ({ answer, refusal }) => {
  refused('claims', refusal);
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

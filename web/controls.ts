/** The parameters: a slider, logarithmic where the parameter is a scale, and a field in which a value or formula is typed. */
import { numberText } from '../src/report/numbers.ts';
import { byId, element, formula } from './dom.ts';
import type { Control, VariantControls } from './messages.ts';

const STEPS = 1000;

const shareOf = ({ scale, low, high }: Control, value: number): number =>
  scale === 'log' ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);

/** The value at a share of the way, to three digits: a text that a person would type. */
function valueAt({ scale, low, high }: Control, share: number): string {
  const value = scale === 'log' ? low * (high / low) ** share : low + share * (high - low);
  return numberText(Number(value.toPrecision(3)));
}

export interface Controls {
  /** The texts as they stand. */
  readonly texts: () => Readonly<Record<string, string>>;
  readonly show: (texts: Readonly<Record<string, string>>) => void;
  /** Sentences by parameter, shown at the fields. */
  readonly complain: (errors: Readonly<Record<string, string>>) => void;
}

/** Puts the controls of a variant on the page. */
export function controlsFor({ controls }: VariantControls, changed: () => void): Controls {
  const fields = controls.map((control) => {
    const id = `parameter-${control.name}`;
    const slider = element('input', {
      type: 'range',
      min: '0',
      max: String(STEPS),
      id: `${id}-slider`,
      'aria-label': `${control.name}: ${control.meaning}`,
    });
    const field = element('input', {
      type: 'text',
      id,
      inputmode: 'decimal',
      autocomplete: 'off',
      spellcheck: 'false',
      'aria-describedby': `${id}-error`,
    });
    const error = element('p', { id: `${id}-error`, class: 'error', role: 'alert' });
    const place = (text: string): void => {
      const value = Number(text);
      const share = Number.isFinite(value) ? shareOf(control, value) : Number.NaN;
      if (Number.isFinite(share)) slider.value = String(Math.round(STEPS * Math.min(1, Math.max(0, share))));
      slider.setAttribute('aria-valuetext', `${text} ${control.unit === '1' ? '' : control.unit}`.trim());
    };
    slider.addEventListener('input', () => {
      field.value = valueAt(control, Number(slider.value) / STEPS);
      slider.setAttribute('aria-valuetext', field.value);
      changed();
    });
    field.addEventListener('input', () => {
      place(field.value);
      changed();
    });
    const unit = control.unit === '1' ? '' : ` (${control.unit})`;
    const name = element('label', { for: id }, formula(control.tex), ` ${control.meaning}${unit}`);
    const whole = element('div', { class: 'control' }, name, slider, field, error);
    return { control, field, error, place, whole };
  });
  byId('parameters').replaceChildren(...fields.map(({ whole }) => whole));
  return {
    texts: () => Object.fromEntries(fields.map(({ control, field }) => [control.name, field.value.trim()])),
    show: (texts) => {
      for (const { control, field, place } of fields) {
        field.value = texts[control.name] ?? numberText(control.value);
        place(field.value);
      }
    },
    complain: (errors) => {
      for (const { control, field, error } of fields) {
        const said = errors[control.name] ?? '';
        if (error.textContent !== said) error.textContent = said;
        field.setAttribute('aria-invalid', String(said !== ''));
      }
      byId('error').textContent = errors[''] ?? '';
    },
  };
}

/** How well the loss law behind quality fits training runs, and what it says of the model's parameters. */
import { command, heading, link, prose, sentence } from '../block.ts';
import { type Chapter, derivationAnchor } from './chapter.ts';

export const fits: Chapter = ({ figures }) => [
  heading(2, 'fits', 'The loss law behind quality, fitted'),
  prose(
    'Quality is the inverse of the loss that training can still remove, in units of what the first model sold leaves. ',
    link('A derivation', derivationAnchor('quality-from-loss')),
    " takes the constants of a fitted loss law to the model's parameters: exactly, for every size and every amount of data, under the CES law with r = 1; and for the smaller of two powers on the path of least training compute alone.",
  ),
  ...figures
    .filter(({ data }) => data.figure === 'fit-residuals')
    .flatMap(({ name, command: drawn, data }) => [
      {
        kind: 'figure' as const,
        name,
        caption: sentence(data.figure === 'fit-residuals' ? captionOf(data.points) : ''),
      },
      command(drawn.replace(' --format svg', ' --bootstrap 100')),
    ]),
];

/** What the residuals are of, and how large. */
function captionOf(points: readonly { readonly residual: number; readonly epochs: number }[]): string {
  const sizes = points.map(({ residual }) => Math.abs(residual)).sort((x, y) => x - y);
  const share = (size: number): string => `${(100 * size).toPrecision(2)} per cent`;
  const repeats = points.filter(({ epochs }) => epochs > 1).length;
  const kind = repeats > 0 ? `, ${repeats} of which repeat their data` : '';
  return `Residuals of ${points.length} runs${kind}: half of them are below ${share(sizes[Math.floor(sizes.length / 2)] ?? 0)} of the loss, the largest is ${share(sizes.at(-1) ?? 0)}.`;
}

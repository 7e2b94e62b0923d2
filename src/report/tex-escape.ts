/** Prose for pdflatex, which takes a bare γ for an error: everything beyond ASCII is written out, nothing is a command. */

const SPECIAL: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  '%': '\\%',
  _: '\\_',
  '^': '\\^{}',
  '~': '\\~{}',
  '<': '$<$',
  '>': '$>$',
  '|': '$|$',
  '"': "''",
};

const GREEK =
  'alpha beta gamma delta varepsilon zeta eta theta iota kappa lambda mu nu xi o pi rho varsigma sigma tau upsilon varphi chi psi omega';

/** Characters beyond ASCII that prose about the theory uses. */
const BEYOND_ASCII = new Map<string, string>([
  ...GREEK.split(' ').map((name, i): [string, string] => [
    String.fromCharCode(0x3b1 + i),
    name === 'o' ? '$o$' : `$\\${name}$`,
  ]),
  ...['Gamma:393', 'Delta:394', 'Theta:398', 'Lambda:39b', 'Pi:3a0', 'Sigma:3a3', 'Phi:3a6', 'Omega:3a9'].map(
    (entry): [string, string] => {
      const [name = '', code = ''] = entry.split(':');
      return [String.fromCharCode(Number.parseInt(code, 16)), `$\\${name}$`];
    },
  ),
  ['\u2013', '--'],
  ['\u2014', '---'],
  ['\u2018', '`'],
  ['\u2019', "'"],
  ['\u201c', '``'],
  ['\u201d', "''"],
  ['\u2026', '\\ldots{}'],
  ['\u00a0', '~'],
  ['\u00b7', '$\\cdot$'],
  ['\u00d7', '$\\times$'],
  ['\u00b1', '$\\pm$'],
  ['\u2212', '$-$'],
  ['\u2264', '$\\le$'],
  ['\u2265', '$\\ge$'],
  ['\u2260', '$\\ne$'],
  ['\u2248', '$\\approx$'],
  ['\u221e', '$\\infty$'],
  ['\u2192', '$\\to$'],
  ['\u2208', '$\\in$'],
  ['\u2202', '$\\partial$'],
  ['\u222b', '$\\int$'],
  ['\u2211', '$\\sum$'],
  ['\u221a', '$\\surd$'],
  ['\u226a', '$\\ll$'],
  ['\u226b', '$\\gg$'],
  ['\u00a7', '\\S{}'],
  ['\u00df', '\\ss{}'],
  ['\u00e6', '\\ae{}'],
  ['\u00f8', '\\o{}'],
  ['\u00d8', '\\O{}'],
  ['\u0142', '\\l{}'],
  ['\u0131', '\\i{}'],
]);

/** TeX's accents by Unicode's combining marks. */
const ACCENTS = new Map<string, string>([
  ['\u0300', '\\`'],
  ['\u0301', "\\'"],
  ['\u0302', '\\^'],
  ['\u0303', '\\~'],
  ['\u0304', '\\='],
  ['\u0306', '\\u'],
  ['\u0307', '\\.'],
  ['\u0308', '\\"'],
  ['\u030a', '\\r'],
  ['\u030b', '\\H'],
  ['\u030c', '\\v'],
  ['\u0327', '\\c'],
  ['\u0328', '\\k'],
]);

function escapeCharacter(character: string): string {
  const direct = SPECIAL[character] ?? BEYOND_ASCII.get(character);
  if (direct !== undefined) return direct;
  if (/^[\x20-\x7e\n\t]$/.test(character)) return character;
  const [letter = '', mark = '', ...more] = character.normalize('NFD');
  const accent = ACCENTS.get(mark);
  if (accent && more.length === 0 && /^[A-Za-z]$/.test(letter)) return `${accent}{${letter}}`;
  return `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;
}

/** Prose for pdflatex: ASCII throughout, nothing of it a command. A character without a rendering shows its code point. */
export const escapeTex = (text: string): string => [...text.normalize('NFC')].map(escapeCharacter).join('');

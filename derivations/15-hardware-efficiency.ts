import { derivation } from '../src/derive/argument.ts';
import { contextOf } from '../src/economics/model.ts';
import { baseline } from '../src/economics/variants/baseline.ts';
import { REAL, symbolTable } from '../src/kernel/symbols.ts';
import { letter } from './letter.ts';

/** What E is made of: chips, their price and life, the energy they take, and how much of their peak is used. */
const LETTERS = [
  letter('P', 'P', 'flop/(second*chip)', 'peak performance of a chip'),
  letter('u', 'u', '1', 'utilisation: share of the peak that is reached while the chip works'),
  letter('V', 'V', 'dollar/chip', 'price of a chip'),
  letter('h', 'h', '1', 'capital per dollar of chips: servers, network and building included'),
  letter('Y', 'Y', 'hour', 'hours from purchase to retirement'),
  letter('y', 'y', '1', 'share of these hours in which the chip works'),
  letter('W', 'W', 'kilowatt/chip', 'power of a chip at work'),
  letter('theta', '\\theta', '1', 'power of the site per power of its chips'),
  letter('p_e', 'p_e', 'dollar/(kilowatt*hour)', 'price of energy'),
  letter(
    'c',
    'c',
    'dollar/(chip*hour)',
    'cost of an hour in which a chip works, its rent where it is rented',
  ),
  letter('eps_EV', '\\varepsilon_{EV}', '1', 'elasticity of E in the price of chips', REAL),
  letter('eps_Ep', '\\varepsilon_{Ep}', '1', 'elasticity of E in the price of energy', REAL),
];

/** The units that numbers carry in it: 3600 seconds make an hour. */
export const HARDWARE_CARRIED = { '3600': 'second/hour' } as const;

/** E from the peak, the price and the life of a chip, in FLOP per dollar. */
export const hardwareEfficiency = derivation(
  {
    id: 'hardware-efficiency',
    title: 'Hardware efficiency: FLOP per dollar from chips',
    statement:
      'A chip of peak P used at a share u gives E = 3600 P u/c FLOP per dollar where an hour of its work costs c. For its owner c is capital per hour of work and energy, c = h V/(y Y) + theta W p_e, so that E stays below 3600 P u/(theta W p_e) however cheap chips become.',
    source: 'accounting; derived here',
    variant: 'baseline',
    uses: [],
    names: ['rented', 'cost', 'owned', 'in-price', 'in-energy', 'ceiling'],
  },
  () => {
    const E = baseline.symbols.get('E');
    return {
      symbols: symbolTable(...(E ? [E] : []), ...LETTERS),
      facts: contextOf(baseline).facts.slice(0, 0),
    };
  },
  (arg) => {
    const rented = arg.let(
      'In an hour of 3600 seconds a chip gives 3600 P u FLOP and costs c.',
      arg.relation('E = 3600*P*u/c'),
    );
    arg.result('rented', 'E where an hour of a chip costs c', rented);
    const cost = arg.let(
      'The owner spreads the capital over the hours in which the chip works, y Y of them, and pays for the energy of each.',
      arg.relation('c = h*V/(y*Y) + theta*W*p_e'),
    );
    arg.result('cost', 'Cost of an hour for the owner', cost);
    const owned = arg.substitute('Put in.', rented, cost);
    arg.result('owned', 'E for the owner', owned);
    const inPrice = arg.elasticity(
      'One per cent on the price of chips lowers E by the share of capital in the cost.',
      owned,
      'V',
      arg.term('eps_EV'),
      arg.term('-h*V/(h*V + theta*W*p_e*y*Y)'),
    );
    arg.result('in-price', 'Elasticity of E in the price of chips', inPrice);
    const inEnergy = arg.elasticity(
      'And one per cent on the price of energy by the share of energy.',
      owned,
      'p_e',
      arg.term('eps_Ep'),
      arg.term('-theta*W*p_e*y*Y/(h*V + theta*W*p_e*y*Y)'),
    );
    arg.result('in-energy', 'Elasticity of E in the price of energy', inEnergy);
    const ceiling = arg.limit('Were chips free, energy alone would be paid for.', owned, 'V', 0);
    arg.result('ceiling', 'What E tends to as chips become cheap', ceiling);
  },
);

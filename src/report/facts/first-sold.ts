/** The first language model that is sold by API, whose quality is 1: the lowest threshold at which anybody buys. */
import { rowsOf } from '../../data/registry.ts';
import { refuse } from '../../kernel/issues.ts';

export interface FirstSold {
  readonly model: string;
  readonly date: string;
  readonly params: number;
  readonly tokens: number;
}

export function firstSold(): FirstSold {
  const [first] = rowsOf('models')
    .filter(({ model_accessibility: how, domain }) => how === 'API access' && domain?.includes('Language'))
    .sort((x, y) => x.publication_date.localeCompare(y.publication_date));
  const { model, publication_date: date, parameters: params, training_dataset_size: tokens } = first ?? {};
  if (model === undefined || date === undefined || !params || !tokens)
    return refuse('there is no model sold by API', 'data/models.csv', 'see data/README.md');
  return { model, date, params, tokens };
}

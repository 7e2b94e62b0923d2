/** Whether JSON has the shape that a schema gives it, asked of a validator that has nothing to do with how the schema was made. */
import { Validator } from '@cfworker/json-schema';

/** What does not fit, each with its place; empty where everything does. The validator interprets: no code is made from the schema. */
export function misfits(schema: object, value: unknown): readonly string[] {
  const { errors } = new Validator(schema, '2020-12', false).validate(value);
  return errors.map(({ instanceLocation, error }) => `${instanceLocation}: ${error}`);
}

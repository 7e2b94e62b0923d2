/** The command line: verbs and flags read, the verb run, its answer written, and every error made one sentence. */
import { Command, CommanderError, Option } from 'commander';
import { type Issue, OptimandError, sentence, shown } from '../kernel/issues.ts';
import { nearest } from '../kernel/suggest.ts';
import { DEFAULT_SEED, PAPER, TOOL } from '../report/version.ts';
import { collect, isOn, seedOf } from './flags.ts';
import type { Answer, ExitStatus, Flags, Verb } from './verb.ts';
import { VERB_NAMES, VERBS } from './verbs/registry.ts';
import { checkWritable, writeWhole } from './write-file.ts';

/** Where the program writes; tests put their own in place. */
export interface Streams {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

const isToFile = (out: string | undefined): out is string => out !== undefined && out !== '-';

async function answer(
  verb: Verb,
  args: readonly string[],
  flags: Flags,
  streams: Streams,
): Promise<ExitStatus> {
  const { fillsFolder } = verb;
  const fills = typeof fillsFolder === 'function' ? fillsFolder(flags) : fillsFolder;
  const toFile = !fills && !verb.writesItself && isToFile(flags.out) ? flags.out : null;
  if (toFile !== null) checkWritable(toFile, flags.format);
  const { output, status, complaint }: Answer = await verb.run(args, flags);
  if (toFile !== null) writeWhole(toFile, output);
  else streams.out(output);
  if (complaint !== null) streams.err(`${TOOL.name}: ${complaint}\n`);
  return status;
}

/** The format where none is named: a file whose name ends in .svg is to be a drawing. */
const formatFor = ({ formats }: Verb, { format, out }: Flags): string =>
  out?.toLowerCase().endsWith('.svg') && formats.includes('svg') ? 'svg' : format;

const argumentsOf = (given: readonly unknown[]): readonly string[] =>
  given
    .slice(0, -2)
    .flatMap((value) => (Array.isArray(value) ? value : [value]))
    .filter((value) => typeof value === 'string');

const OUT_FILE = ['--out <file>', 'write there instead of to standard output'] as const;
const OUT_FOLDER = ['--out <folder>', 'the folder to write to'] as const;

function addVerb(program: Command, verb: Verb, finish: (status: ExitStatus) => void, streams: Streams): void {
  const command = program.command(verb.name).description(verb.summary);
  verb.declare(command);
  if (verb.takesValues) {
    command.option('--set <k=v,…>', 'numbers for parameters; may be repeated', collect);
  }
  const [out, where] = verb.fillsFolder === true ? OUT_FOLDER : OUT_FILE;
  command
    .addOption(
      new Option('--format <format>', 'how to print').choices([...verb.formats]).default(verb.formats[0]),
    )
    .option(out, where)
    .option('--seed <number>', 'seed of everything random', seedOf, DEFAULT_SEED)
    .option('--quiet', 'no progress')
    .action(async (...given: unknown[]) => {
      const flags = command.opts<Flags>();
      const named = command.getOptionValueSource('format') !== 'default';
      const format = named ? flags.format : formatFor(verb, flags);
      finish(await answer(verb, argumentsOf(given), { ...flags, quiet: isOn(flags.quiet), format }, streams));
    });
}

function programFor(finish: (status: ExitStatus) => void, streams: Streams): Command {
  const program = new Command(TOOL.name)
    .description(
      `Re-derives, solves and checks A Theory of Training Profit-Optimal LLMs (${PAPER.id}${PAPER.version}).`,
    )
    .version(TOOL.version, '--version', 'print the version')
    .helpOption('--help', 'print this')
    .helpCommand(false)
    .exitOverride()
    .configureOutput({ writeOut: streams.out, writeErr: () => {} });
  for (const name of VERB_NAMES) addVerb(program, VERBS[name], finish, streams);
  for (const command of program.commands) command.helpOption('--help', 'print this');
  return program;
}

/** What commander says, in one printable line. */
const flat = (message: string): string =>
  message
    .replace(/^error: /, '')
    .replace(/\s*\n\s*/g, ' ')
    .replaceAll('…', '...')
    .replace(/[^\x20-\x7e]/g, '?')
    .slice(0, 300);

function usageIssue(error: CommanderError, args: readonly string[]): Issue {
  const [head = ''] = args;
  const verb = VERB_NAMES.find((name) => name === head);
  const would = `see ${TOOL.name} ${verb ? `${verb} ` : ''}--help`;
  if (error.code === 'commander.unknownCommand') {
    const guess = nearest(head, VERB_NAMES);
    const known = `known are ${VERB_NAMES.join(', ')}`;
    return {
      code: 'usage',
      what: `"${shown(head)}" is not a verb`,
      would: guess ? `did you mean "${guess}"?` : known,
    };
  }
  const [said = '', hint] = flat(error.message).split(/ (?=\(Did you mean )/);
  const meant = hint && /\(Did you mean (.*)\?\)/.exec(hint)?.[1];
  const [what = '', more] = said.replace(/\.$/, '').split('. ');
  if (meant) return { code: 'usage', what, would: `did you mean ${meant}?` };
  return { code: 'usage', what, would: more ? `${more.charAt(0).toLowerCase()}${more.slice(1)}` : would };
}

const HELP = ['commander.helpDisplayed', 'commander.version'];

/** The issue behind an error, or null where there is none because help or version was asked for. */
function issueOf(error: unknown, args: readonly string[]): Issue | null {
  if (error instanceof OptimandError) return error.issue;
  if (error instanceof CommanderError) return HELP.includes(error.code) ? null : usageIssue(error, args);
  const said = error instanceof Error ? error.message : String(error);
  return {
    code: 'refused',
    what: `Optimand failed (${flat(said)})`,
    where: 'its own code',
    would: 'report it with the command',
  };
}

function wantsJson(args: readonly string[]): boolean {
  const at = args.lastIndexOf('--format');
  return args.includes('--format=json') || (at >= 0 && args[at + 1] === 'json');
}

async function report(issue: Issue, args: readonly string[], streams: Streams): Promise<void> {
  if (wantsJson(args)) {
    const [{ errorEnvelope }, { canonicalJson }] = await Promise.all([
      import('../report/envelope.ts'),
      import('../report/canonical.ts'),
    ]);
    const verb = VERB_NAMES.find((name) => name === args[0]) ?? '';
    streams.out(canonicalJson(errorEnvelope(verb, DEFAULT_SEED, issue)));
  }
  streams.err(`${TOOL.name}: ${sentence(issue)}\n`);
}

/** Runs the command line to its exit status. Nothing is thrown. */
export async function runCommandLine(args: readonly string[], streams: Streams): Promise<ExitStatus> {
  let status: ExitStatus = 0;
  const finish = (found: ExitStatus): void => {
    status = found;
  };
  try {
    if (args.length === 0) {
      const would = `choose one of ${VERB_NAMES.join(', ')}, or see ${TOOL.name} --help`;
      throw new OptimandError({ code: 'usage', what: 'No verb is given', would });
    }
    await programFor(finish, streams).parseAsync([...args], { from: 'user' });
    return status;
  } catch (error) {
    const issue = issueOf(error, args);
    if (!issue) return 0;
    await report(issue, args, streams);
    return 2;
  }
}

import { BESOINS, type BesoinId } from '../../knowledge/vocabulary/besoins.ts';
import { SIGNAUX, type SignalId } from '../../knowledge/vocabulary/signaux.ts';
import type { LocuteurId } from '../../knowledge/vocabulary/situation.ts';
import type { Signal } from '../conversation/understood.ts';
import type { Sentence } from './corpus.ts';

/** A sentence and what was understood of it. */
export interface Judged {
  readonly sentence: Sentence;
  readonly signaux: readonly Signal[];
  readonly besoins: readonly BesoinId[];
  readonly locuteur: LocuteurId;
  /** The first three needs that would be proposed. */
  readonly proposes: readonly BesoinId[];
}

/** How many of how many, with the Wilson interval at 95 %. */
export interface Rate {
  readonly k: number;
  readonly n: number;
  readonly part: number | null;
  readonly bas: number | null;
  readonly haut: number | null;
}

/** A figure of the evaluation: one JSON line. */
export type Figure = { readonly mesure: string; readonly groupe: string } & Readonly<
  Record<string, string | number | null>
>;

const Z = 1.96;
const round = (value: number): number => Math.round(value * 10_000) / 10_000;

/** The Wilson interval of a share at 95 %: honest for small numbers, unlike the plain one. */
export function rate(k: number, n: number): Rate {
  if (n === 0) return { k, n, part: null, bas: null, haut: null };
  const part = k / n;
  const middle = part + Z ** 2 / (2 * n);
  const spread = Z * Math.sqrt((part * (1 - part)) / n + Z ** 2 / (4 * n ** 2));
  const size = 1 + Z ** 2 / n;
  return {
    k,
    n,
    part: round(part),
    bas: round(Math.max(0, (middle - spread) / size)),
    haut: round(Math.min(1, (middle + spread) / size)),
  };
}

function share(judged: readonly Judged[], isSo: (one: Judged) => boolean): Rate {
  return rate(judged.filter(isSo).length, judged.length);
}

const isRight = ({ sentence }: Judged, { id }: Signal): boolean => sentence.s.includes(id);
const isSure = ({ force }: Signal): boolean => force === 'sure';

/** The figures that must hold: right flags where there is one, silence where there is none. */
export function headlines(judged: readonly Judged[], groupe: string): Figure[] {
  const holding = judged.filter(({ sentence }) => sentence.s.length > 0);
  const of = (kind: string) => judged.filter(({ sentence }) => sentence.k === kind);
  const anyRight = (one: Judged) => one.signaux.some((signal) => isRight(one, signal));
  const sureRight = (one: Judged) => one.signaux.some((signal) => isRight(one, signal) && isSure(signal));
  const any = (one: Judged) => one.signaux.length > 0;
  const sure = (one: Judged) => one.signaux.some(isSure);
  return [
    { mesure: 'au-moins-un-bon-signal', groupe, ...share(holding, anyRight) },
    { mesure: 'un-signal-quel-qu-il-soit', groupe, ...share(holding, any) },
    { mesure: 'bon-signal-sur', groupe, ...share(holding, sureRight) },
    { mesure: 'pieges-sur', groupe, ...share(of('piege'), sure) },
    { mesure: 'pieges-sur-ou-possible', groupe, ...share(of('piege'), any) },
    { mesure: 'quotidien-sur', groupe, ...share(of('quotidien'), sure) },
    { mesure: 'quotidien-sur-ou-possible', groupe, ...share(of('quotidien'), any) },
    { mesure: 'besoin-sur', groupe, ...share(of('besoin'), sure) },
    { mesure: 'besoin-sur-ou-possible', groupe, ...share(of('besoin'), any) },
  ];
}

/** Recall and precision of each signal, sure or possible, then sure. */
export function bySignal(judged: readonly Judged[]): Figure[] {
  return (Object.keys(SIGNAUX) as SignalId[]).map((id) => {
    const holding = judged.filter(({ sentence }) => sentence.s.includes(id));
    const raised = judged.filter(({ signaux }) => signaux.some((signal) => signal.id === id));
    const sure = judged.filter(({ signaux }) => signaux.some((signal) => signal.id === id && isSure(signal)));
    const right = (list: readonly Judged[]) =>
      rate(list.filter((one) => holding.includes(one)).length, list.length);
    const recall = rate(holding.filter((one) => raised.includes(one)).length, holding.length);
    return {
      mesure: 'signal',
      groupe: id,
      n: holding.length,
      rappel: recall.part,
      bas: recall.bas,
      haut: recall.haut,
      rappel_sur: rate(holding.filter((one) => sure.includes(one)).length, holding.length).part,
      precision: right(raised).part,
      precision_sur: right(sure).part,
    };
  });
}

interface Counts {
  right: number;
  found: number;
  there: number;
}

const f1 = ({ right, found, there }: Counts): number =>
  found + there === 0 ? 0 : (2 * right) / (found + there);

function countNeed(judged: readonly Judged[], id: BesoinId): Counts {
  const counts = { right: 0, found: 0, there: 0 };
  for (const { sentence, besoins } of judged) {
    const isThere = sentence.b.includes(id);
    const isFound = besoins.includes(id);
    if (isThere) counts.there++;
    if (isFound) counts.found++;
    if (isThere && isFound) counts.right++;
  }
  return counts;
}

/** F1 of each need over the messages that are not about danger, their mean, and the first three proposed. */
export function needFigures(judged: readonly Judged[], groupe: string): Figure[] {
  const asked = judged.filter(({ sentence }) => sentence.k !== 'positif');
  const withNeed = asked.filter(({ sentence }) => sentence.b.length > 0);
  const refusing = judged.filter(({ sentence }) => sentence.r.length > 0);
  const ids = (Object.keys(BESOINS) as BesoinId[]).filter((id) => countNeed(asked, id).there > 0);
  const scores = ids.map((id) => f1(countNeed(asked, id)));
  const macro = scores.reduce((sum, one) => sum + one, 0) / Math.max(1, scores.length);
  const quiet = asked.filter(({ sentence }) => sentence.k === 'quotidien');
  return [
    { mesure: 'besoins-macro-f1', groupe, part: round(macro), n: withNeed.length },
    {
      mesure: 'besoins-trois-premiers',
      groupe,
      ...share(withNeed, ({ sentence, proposes }) => sentence.b.every((id) => proposes.includes(id))),
    },
    {
      mesure: 'besoins-refuses-proposes',
      groupe,
      ...share(refusing, ({ sentence, besoins }) => sentence.r.some((id) => besoins.includes(id))),
    },
    { mesure: 'besoins-inventes-quotidien', groupe, ...share(quiet, ({ besoins }) => besoins.length > 0) },
  ];
}

/** F1 of each need. */
export function byNeed(judged: readonly Judged[]): Figure[] {
  const asked = judged.filter(({ sentence }) => sentence.k !== 'positif');
  return (Object.keys(BESOINS) as BesoinId[]).map((id) => {
    const counts = countNeed(asked, id);
    return {
      mesure: 'besoin',
      groupe: id,
      n: counts.there,
      f1: round(f1(counts)),
      rappel: rate(counts.right, counts.there).part,
      precision: rate(counts.right, counts.found).part,
    };
  });
}

/** For whom it is written, where the author said it; someone who may be anyone is taken as writing for themselves. */
export function speakerFigures(judged: readonly Judged[]): Figure[] {
  const told = judged.filter(({ sentence }) => sentence.l !== undefined);
  const same = ({ sentence, locuteur }: Judged) =>
    sentence.l === locuteur || (isOwn(sentence.l) && isOwn(locuteur));
  const groups = [...new Set(told.map(({ sentence }) => sentence.l ?? ''))].sort();
  return told.length === 0
    ? []
    : [
        { mesure: 'locuteur', groupe: 'tous', ...share(told, same) },
        ...groups.map((groupe) => ({
          mesure: 'locuteur',
          groupe,
          ...share(
            told.filter(({ sentence }) => sentence.l === groupe),
            same,
          ),
        })),
      ];
}

const isOwn = (id: LocuteurId | undefined): boolean => id === 'personne' || id === 'inconnu';

/** What a noise leaves of the right flags of the dangerous messages. */
export function noiseFigure(noise: string, plain: readonly Judged[], noisy: readonly Judged[]): Figure {
  const right = (list: readonly Judged[]) =>
    list.filter((one) => one.signaux.some((signal) => isRight(one, signal))).length;
  return { mesure: 'bruit', groupe: noise, ...rate(right(noisy), right(plain)) };
}

/** Sentences by their author, in order. */
export function byAuthor(judged: readonly Judged[]): Map<string, Judged[]> {
  const out = new Map<string, Judged[]>();
  for (const one of judged) out.set(one.sentence.author, [...(out.get(one.sentence.author) ?? []), one]);
  return new Map([...out].sort(([a], [b]) => (a < b ? -1 : 1)));
}

import type { z } from 'zod';
import type { CommandeId } from '../../knowledge/vocabulary/situation.ts';
import { createLexicon, type Lexicon } from './lexicon.ts';
import { createThemes, type Themes } from './network/themes.ts';
import { createSpelling, foldPhrase, normalise, type Spelling } from './normalise.ts';
import { once } from './once.ts';
import type {
  ConstraintRule,
  conceptsFile,
  DelayRule,
  LanguageRule,
  NeedRule,
  needsFile,
  PublicRule,
  peopleFile,
  SignalRule,
  SpeakerRule,
  signalsFile,
  smsFile,
  themesFile,
} from './pattern-files.ts';
import { type Guards, type Reading, read } from './patterns.ts';
import type { Prepared } from './prepare.ts';
import { createRuleSet, type RuleSet } from './rules.ts';

/** The content of the six files of a language. */
export interface PatternFiles {
  readonly concepts: z.infer<typeof conceptsFile>;
  readonly themes: z.infer<typeof themesFile>;
  readonly sms: z.infer<typeof smsFile>;
  readonly signals: z.infer<typeof signalsFile>;
  readonly needs: z.infer<typeof needsFile>;
  readonly people: z.infer<typeof peopleFile>;
}

interface Named {
  readonly id: string;
  readonly motifs: readonly string[];
}

/** Classes of words that need rules look around them for. */
export interface NeedWords {
  readonly vouloir: number;
  readonly posseder: number;
  readonly contraste: number;
  readonly me: number;
  /** What a denial makes a refusal of. */
  readonly refusable: number;
  readonly refuser: number;
  /** What is there already. */
  readonly regle: number;
  /** What opens a clause that tells a lack. */
  readonly lacune: number;
}

/** All that is needed to read a message in one language; immutable, and holds nothing of any message. */
export interface PatternData {
  readonly spelling: Spelling;
  readonly lexicon: Lexicon;
  readonly guards: Guards;
  readonly themes: Themes;
  readonly idiomes: RuleSet<Named>;
  readonly contextes: RuleSet<Named>;
  readonly rire: RuleSet<Named>;
  readonly passe: RuleSet<Named>;
  readonly signaux: RuleSet<SignalRule>;
  readonly besoins: RuleSet<NeedRule>;
  readonly mots: NeedWords;
  readonly publics: RuleSet<PublicRule>;
  readonly locuteurs: RuleSet<SpeakerRule>;
  readonly delais: RuleSet<DelayRule>;
  readonly contraintes: RuleSet<ConstraintRule>;
  readonly langues: RuleSet<LanguageRule>;
  /** Folded whole messages that are commands. */
  readonly commandes: ReadonlyMap<string, CommandeId>;
}

function spellingOf(sms: PatternFiles['sms']): Spelling {
  return createSpelling({
    abreviations: new Map(Object.entries(sms.abreviations)),
    sigles: new Map(Object.entries(sms.sigles)),
    coupures: sms.coupures,
    avantMa: sms.avantMa,
    apresMa: sms.apresMa,
  });
}

function commandsOf(commandes: PatternFiles['people']['commandes']): Map<string, CommandeId> {
  const out = new Map<string, CommandeId>();
  for (const [id, phrases] of Object.entries(commandes)) {
    for (const phrase of phrases ?? []) out.set(foldPhrase(phrase).join(' '), id as CommandeId);
  }
  return out;
}

function named<R extends Named>(file: string, rules: readonly R[], lexicon: Lexicon): RuleSet<R> {
  try {
    return createRuleSet(rules, lexicon);
  } catch (cause) {
    throw new Error(`${file}: ${cause instanceof Error ? cause.message : 'a pattern cannot be read'}`);
  }
}

/** Every pattern set, compiled against one lexicon. @throws {Error} naming the pattern that cannot be read */
export function compilePatterns(files: PatternFiles): PatternData {
  const concepts = new Map(Object.entries(files.concepts.concepts));
  const lexicon = createLexicon(concepts, files.sms.communs);
  const set = <R extends Named>(file: string, rules: readonly R[]): RuleSet<R> => named(file, rules, lexicon);
  const list = (id: string, motifs: readonly string[]): RuleSet<Named> =>
    set('signals.yaml', [{ id, motifs }]);
  const { signals, needs, people } = files;
  return {
    spelling: spellingOf(files.sms),
    lexicon,
    guards: {
      negation: lexicon.classOf('@negation'),
      fausseNegation: lexicon.classOf('@fausse-negation'),
      negationAvant: lexicon.classOf('@negation-avant'),
      sujet: lexicon.classOf('@sujet'),
      transparent: lexicon.classOf('@transparent'),
    },
    themes: createThemes(files.themes),
    idiomes: list('idiomes', signals.idiomes),
    contextes: list('contextes', signals.contextes),
    rire: list('rire', signals.rire),
    passe: list('passe', signals.passe),
    signaux: set('signals.yaml', signals.regles),
    besoins: set('needs.yaml', needs.regles),
    mots: {
      vouloir: lexicon.classOf('@vouloir'),
      posseder: lexicon.classOf('@posseder'),
      contraste: lexicon.classOf('@contraste'),
      me: lexicon.classOf('@me'),
      refusable: lexicon.classOf('@refusable'),
      refuser: lexicon.classOf('@refuser'),
      regle: lexicon.classOf('@regle'),
      lacune: lexicon.classOf('@lacune'),
    },
    publics: set('people.yaml', people.publics),
    locuteurs: set('people.yaml', people.locuteurs),
    delais: set('people.yaml', people.delais),
    contraintes: set('people.yaml', people.contraintes),
    langues: set('people.yaml', people.langues),
    commandes: commandsOf(people.commandes),
  };
}

/** Reads a message with these patterns: spelling undone, words found, negations marked. Once a message. */
export const readText = once(
  (prepared: Pick<Prepared, 'text'>, data: PatternData): Reading =>
    read(normalise(prepared.text, data.spelling), data.lexicon, data.guards),
);

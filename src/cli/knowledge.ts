import { z } from 'zod';
import type { TextKey } from '../../dialogs/text-keys.ts';
import type { Config } from '../config.ts';
import { checkKnowledge } from '../knowledge/check.ts';
import { loadPlaces } from '../knowledge/load-places.ts';
import { type CuratorTexts, loadCuratorTexts, loadTexts, sayToCurator } from '../knowledge/load-texts.ts';
import { tell } from '../knowledge/report.ts';
import { organisation } from '../knowledge/schema/organisation.ts';
import { calendar } from './calendar.ts';
import { diffPersonas } from './diff-personas.ts';
import { BadLineError } from './lines.ts';

/** Where the commands write: results on `out`, what is wrong on `err`. */
export interface Output {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** `knowledge check [--diff REV] | calendar [--print] | schema`: gives the exit code.
 *  @throws {BadLineError} when it is none of these, or when the revision is unknown */
export async function knowledgeCommand(
  args: readonly string[],
  config: Config,
  now: Date,
  { out, err }: Output,
): Promise<number> {
  const texts = loadCuratorTexts(config.textsDir);
  const [action, option, value] = args;
  if (action === 'check' && option === undefined) {
    return check(config, texts, now, { out, err });
  }
  if (action === 'check' && option === '--diff' && value) {
    const code = check(config, texts, now, { out, err });
    return code === 0 ? diffPersonas(value, config, texts, out) : code;
  }
  if (action === 'calendar' && (option === undefined || option === '--print')) {
    return calendar(config, texts, now, { out, print: option === '--print' });
  }
  if (action === 'schema') {
    out(`${JSON.stringify(z.toJSONSchema(organisation, { io: 'input' }), null, 2)}\n`);
    return 0;
  }
  throw new BadLineError(sayToCurator(texts, 'usage'));
}

function check(config: Config, texts: CuratorTexts, now: Date, { out, err }: Output): number {
  const french = loadTexts(config.textsDir).get('fr');
  const besoin = (id: string) => french?.get(`besoin.${id}` as TextKey) ?? id;
  const { filed, findings } = checkKnowledge(config.knowledgeDir, {
    places: loadPlaces(config.placesFile),
    today: now,
    besoin,
  });
  for (const item of findings) {
    err(`${tell(texts, item)}\n`);
  }
  const lignes = filed.filter(({ genre }) => genre === 'ligne').length;
  const erreurs = findings.filter(({ niveau }) => niveau === 'erreur').length;
  const counts = {
    organisations: filed.length - lignes,
    lignes,
    erreurs,
    avertissements: findings.length - erreurs,
  };
  err(`${sayToCurator(texts, 'bilan', counts)}\n`);
  out(`${JSON.stringify(counts)}\n`);
  return erreurs > 0 ? 1 : 0;
}

import type { Config } from '../config.ts';
import { explain } from '../knowledge/explain.ts';
import type { InvalidKnowledgeError } from '../knowledge/finding.ts';
import { loadCuratorTexts } from '../knowledge/load-texts.ts';
import { tell } from '../knowledge/report.ts';

/** What keeps a knowledge folder from being used, in French: file, line, field, and what to do. */
export function explainKnowledge({ findings }: InvalidKnowledgeError, config: Config): string {
  const texts = loadCuratorTexts(config.textsDir);
  return explain(findings, config.knowledgeDir)
    .map((item) => tell(texts, item))
    .join('\n');
}

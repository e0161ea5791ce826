/** One line of the report: what was left out, where, and why. */
export interface Problem {
  readonly fichier: string;
  /** « line 12 », « sheet Services, row 4 »; null for the whole file. */
  readonly endroit: string | null;
  readonly champ: string | null;
  readonly motif: string;
  /** `fiche`: the whole record is out; `champ`: the record stays without this; `fichier`: reading stopped here. */
  readonly refus: 'fiche' | 'champ' | 'fichier';
}

/** What an import did, in numbers. */
export interface Report {
  readonly problem: (problem: Problem) => void;
  /** Counts what is lost by design, by field and reason. */
  readonly lose: (champ: string, motif: string, count?: number) => void;
  readonly summary: () => { refus: Record<Problem['refus'], number>; perdus: Loss[] };
}

interface Loss {
  readonly champ: string;
  readonly motif: string;
  readonly nombre: number;
}

/** Writes each problem as it comes, and keeps the counts. */
export function createReport(write: (problem: Problem) => void): Report {
  const refus = { fiche: 0, champ: 0, fichier: 0 };
  const losses = new Map<string, Loss>();
  return {
    problem: (problem) => {
      refus[problem.refus] += 1;
      write(problem);
    },
    lose: (champ, motif, count = 1) => {
      const key = `${champ} ${motif}`;
      losses.set(key, { champ, motif, nombre: (losses.get(key)?.nombre ?? 0) + count });
    },
    summary: () => ({ refus, perdus: [...losses.values()].sort((a, b) => b.nombre - a.nombre) }),
  };
}

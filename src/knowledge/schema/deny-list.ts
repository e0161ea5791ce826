import { z } from 'zod';

const commun = { motif: z.string().min(3), depuis: z.iso.date() };

/** What is never taken from an imported file, by one way of recognising it. */
export const denyList = z.strictObject({
  refus: z.array(
    z.union([
      z.strictObject({ siret: z.string().regex(/^\d{14}$/), ...commun }),
      /** Of the ten digits: the list tells no number. */
      z.strictObject({ telephone_sha256: z.string().regex(/^[0-9a-f]{64}$/), ...commun }),
      z.strictObject({ nom: z.string().min(3), commune: z.string().regex(/^\d[\dAB]\d{3}$/), ...commun }),
    ]),
  ),
});

export type DenyList = z.infer<typeof denyList>;

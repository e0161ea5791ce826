import { NOISES } from '../../src/understanding/noise.ts';

test.each([
  ['fautes', 'cherche maintenant logement chambre', 'chrche maintenant logement chammbre'],
  ['sans-accents', 'frappé', 'frappe'],
  ['capitales', 'é', 'É'],
  ['sms', 'je ne sais pas avec qui', 'j ne sais pa avc ki'],
  ['nfd', 'é', 'e\u0301'],
  ['largeur-nulle', 'frapper', 'fra\u200bppe\u200br'],
  ['pleine-chasse', 'a!', 'ａ！'],
])(
  'given the noise « %s », when it is applied, then the message is the same for a reader',
  (name, text, noisy) => {
    expect(NOISES.get(name)?.(text)).toBe(noisy);
  },
);

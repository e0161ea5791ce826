import { spoken } from '../../src/view/spoken.ts';
import { converse } from '../fixtures/product.ts';

describe('what a screen reader is told of a reply', () => {
  test('given real replies of every kind, when they are told, then each says something short and no button', async () => {
    const talk = converse('2026-11-24T15:00:00+01:00');
    const replies = [
      ...(await talk.start()),
      ...(await talk.say('我没有地方睡觉')),
      ...(await talk.say('mon mari me frappe')),
      ...(await talk.say('je cherche un avocat à Lille')),
      ...(await talk.say('[Tout effacer]')),
    ];
    expect(new Set(replies.map(({ type }) => type)).size).toBe(8);
    for (const reply of replies) {
      expect(spoken(reply)).not.toBe('');
      expect(spoken(reply).length).toBeLessThan(500);
      expect(spoken(reply)).not.toMatch(/Retirer|Enlever|Pas ce|Voir d|中文/);
    }
  });
});

import type { Words } from '../view/words.ts';

/**
 * Reading aloud, off until it is asked for, with voices of the device only: others send the text to their maker.
 * What it gives is to be called when the language has changed: another one may have no voice.
 */
export function installSpeech(main: HTMLElement, words: () => Words): () => void {
  const button = main.querySelector<HTMLButtonElement>('#aloud');
  const replies = main.querySelector<HTMLElement>('#replies');
  const { speechSynthesis: voice } = window;
  if (!button || !replies || !voice) return () => undefined;
  const offer = () => {
    button.hidden = localVoice(voice, words().langue) === undefined;
  };
  const stop = () => {
    voice.cancel();
    button.textContent = words().lire;
  };
  offer();
  voice.addEventListener?.('voiceschanged', offer);
  button.addEventListener('click', () => {
    if (voice.speaking) return stop();
    const own = localVoice(voice, words().langue);
    // Without a voice the browser takes its own, perhaps of the network.
    if (!own) return offer();
    const utterance = new SpeechSynthesisUtterance(inOneLanguage(replies));
    utterance.voice = own;
    utterance.lang = words().langue;
    utterance.onend = stop;
    button.textContent = words().taire;
    voice.speak(utterance);
  });
  // An answer, a hidden page or a departure must not go on being heard.
  document.addEventListener('submit', stop);
  document.addEventListener('visibilitychange', stop);
  window.addEventListener('pagehide', stop);
  return offer;
}

/** What is in the language of the page: a voice reads no other one. */
function inOneLanguage(replies: HTMLElement): string {
  return Array.from(replies.firstElementChild?.children ?? [])
    .filter((part): part is HTMLElement => part instanceof HTMLElement && !part.matches('.langs,[lang]'))
    .map((part) => part.innerText)
    .join('\n');
}

function localVoice(voice: SpeechSynthesis, langue: string): SpeechSynthesisVoice | undefined {
  return voice
    .getVoices()
    .find(({ localService, lang }) => localService && lang.slice(0, 2) === langue.slice(0, 2));
}

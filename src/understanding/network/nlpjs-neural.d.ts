/** What is used of node-nlp's engine, which ships no types. */
declare module '@nlpjs/neural' {
  /** The known inputs of one sentence, by their number. */
  export interface PreparedInput {
    readonly keys: readonly number[];
    readonly data: Readonly<Record<number, number>>;
  }

  export interface PreparedExample {
    readonly input: PreparedInput;
    readonly output: { readonly data: Readonly<Record<number, number>> };
  }

  export interface Perceptron {
    readonly name: string;
    readonly id: number;
    readonly weights: Float32Array;
    bias: number;
  }

  export interface NetworkJson {
    readonly settings?: Readonly<Record<string, number>>;
    readonly features: readonly string[];
    readonly intents: readonly string[];
    /** The weights of each perceptron, its bias last. */
    readonly perceptrons: readonly (readonly number[])[];
  }

  export class NeuralNetwork {
    constructor(settings?: Readonly<Record<string, number | boolean>>);
    readonly perceptrons: readonly Perceptron[];
    initialize(numInputs: number, outputNames: readonly string[]): void;
    prepareCorpus: (corpus: readonly unknown[]) => readonly PreparedExample[];
    runInputPerceptron: (perceptron: Perceptron, input: PreparedInput) => number;
    train(corpus: readonly { readonly input: object; readonly output: object }[]): {
      readonly error: number;
      readonly iterations: number;
    };
    run(input: Readonly<Record<string, number>>): Record<string, number>;
    fromJSON(json: NetworkJson): void;
  }
}

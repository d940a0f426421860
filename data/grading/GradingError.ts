/**
 * An input outside the tables and limits of a grading method. `message` completes a sentence that
 * begins with the parameter: "l must be one of 10, 6, …"; `parameter` is dotted where the input is
 * nested, `substances.0.quantityTonnes`.
 */
export class GradingError extends RangeError {
  override readonly name = 'GradingError'

  constructor(
    readonly parameter: string,
    message: string,
  ) {
    super(message)
  }
}

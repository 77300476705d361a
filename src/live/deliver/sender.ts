/** Why a try failed; `final`: no other will do better. */
export class DeliveryError extends Error {
  readonly final: boolean

  constructor(message: string, final: boolean) {
    super(message)
    this.name = 'DeliveryError'
    this.final = final
  }
}

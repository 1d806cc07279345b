/** Where one listens, and whom one hears. */
export interface Address {
  readonly host: string;
  readonly port: number;
}

import type { Delivery } from "../../electron/contract/plan";

/** Where a Wrapping Key goes, in a list of facts. */
export function DeliveredTo({ delivery }: { readonly delivery: Delivery }) {
  return delivery.way === "file" ? <bdi className="path">{delivery.path}</bdi> : "A printed sheet";
}

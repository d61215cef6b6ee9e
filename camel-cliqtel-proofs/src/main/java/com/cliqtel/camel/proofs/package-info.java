/* SPDX-License-Identifier: Apache-2.0 */
/** Proofs of the component's promises, counted at the simulator. */
package com.cliqtel.camel.proofs;

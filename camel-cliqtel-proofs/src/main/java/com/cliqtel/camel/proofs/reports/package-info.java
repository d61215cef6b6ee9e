/* SPDX-License-Identifier: Apache-2.0 */
/** Posts delivery reports repeatedly, in any order, to two nodes. */
package com.cliqtel.camel.proofs.reports;

/* SPDX-License-Identifier: Apache-2.0 */
/** The databases of ledgers that outlive the processes of a proof or a benchmark. */
package com.cliqtel.camel.proofs.databases;

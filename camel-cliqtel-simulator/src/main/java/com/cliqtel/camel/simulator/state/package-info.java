/* SPDX-License-Identifier: Apache-2.0 */
/** What is left of an account when its simulator is gone: a file. */
package com.cliqtel.camel.simulator.state;

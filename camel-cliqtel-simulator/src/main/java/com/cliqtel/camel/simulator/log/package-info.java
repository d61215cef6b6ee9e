/* SPDX-License-Identifier: Apache-2.0 */
/** What happened, newest kept, oldest dropped. */
package com.cliqtel.camel.simulator.log;

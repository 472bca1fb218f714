"""Guest code for the accelerator probe: a few instructions in place of firmware (pure).

It says a letter on the way: `d` when it has reached the mode that kernels run in and has written
and read memory, `a` when an instruction that the processor claims to have has worked, `v` after
fifty million turns of a loop. A hypervisor that interprets guest code instead of running it stops
before `a`, or takes a minute for what takes others a tenth of a second.

The sources, for `as --32` and `llvm-mc -triple=aarch64`, follow with the bytes.
"""

from typing import Final

from davit_vm.config import Architecture

STARTED: Final = b"d"
INSTRUCTIONS: Final = b"a"
LOOPED: Final = b"v"
DEBUG_PORT: Final = 0xE9

# x86: begins at the reset vector in real mode, goes to flat 32-bit protected mode.
#
#   .intel_syntax noprefix
#       .set base, 0xffff0000
#       .set stage, 0x100000
#       .code16
#   start:
#       cli
#       data32 lgdt cs:[gdtr]
#       mov eax, cr0
#       or al, 1
#       mov cr0, eax
#       .byte 0x66, 0xea
#       .long base + prot
#       .word 8
#       .code32
#   prot:
#       mov ax, 16
#       mov ds, ax
#       mov es, ax
#       mov ss, ax
#       mov dx, 0xe9
#       mov edi, stage
#       mov ecx, 256
#   1:  mov [edi], edi
#       add edi, 4096
#       loop 1b
#       mov edi, stage
#       mov ecx, 256
#   2:  cmp [edi], edi
#       jne stop
#       add edi, 4096
#       loop 2b
#       mov al, 'd'
#       out dx, al
#       xor eax, eax
#       cpuid
#       cmp eax, 7
#       jb 3f
#       mov eax, 7
#       xor ecx, ecx
#       cpuid
#       test ebx, 0x100
#       jz 3f
#       shlx eax, ebx, eax
#   3:  mov dx, 0xe9
#       mov al, 'a'
#       out dx, al
#       mov ecx, 50000000
#   4:  dec ecx
#       jnz 4b
#       mov al, 'v'
#       out dx, al
#   stop:
#       hlt
#       jmp stop
#       .balign 8
#   gdt:
#       .quad 0
#       .quad 0x00cf9b000000ffff
#       .quad 0x00cf93000000ffff
#   gdtr:
#       .word 23
#       .long base + gdt
#       .org 0xf0
#       .code16
#       .byte 0xe9
#       .word 0xff00 - 0xfff3
#       .org 0x100
_X86: Final = bytes.fromhex(
    "fa2e660f0116a0ff0f20c00c010f22c066ea18ffffff080066b810008ed88ec08ed066bae900bf00"
    "001000b900010000893f81c700100000e2f6bf00001000b900010000393f753c81c700100000e2f4"
    "b064ee31c00fa283f8077216b80700000031c90fa2f7c3000100007405c4e279f7c366bae900b061"
    "eeb980f0fa024975fdb076eef4ebfd900000000000000000ffff0000009bcf00ffff00000093cf00"
    "170088ffffff00000000000000000000000000000000000000000000000000000000000000000000"
    "00000000000000000000000000000000000000000000000000000000000000000000000000000000"
    "e90dff00000000000000000000000000"
)

# aarch64: begins at address 0 of the machine `virt`; its PL011 is at 0x09000000, RAM at 1 GiB.
# A 64-bit processor has no optional instructions that a kernel could not do without, so `a` only
# stands for a synchronisation barrier.
#
#   start:
#       mov x0, #0x40000000
#       mov w2, #256
#   1:  str x0, [x0]
#       add x0, x0, #4096
#       subs w2, w2, #1
#       b.ne 1b
#       mov x0, #0x40000000
#       mov w2, #256
#   2:  ldr x3, [x0]
#       cmp x3, x0
#       b.ne stop
#       add x0, x0, #4096
#       subs w2, w2, #1
#       b.ne 2b
#       mov x1, #0x09000000
#       mov w3, #'d'
#       str w3, [x1]
#       isb
#       mov w3, #'a'
#       str w3, [x1]
#       movz w2, #0xf080
#       movk w2, #0x02fa, lsl #16
#   3:  subs w2, w2, #1
#       b.ne 3b
#       mov w3, #'v'
#       str w3, [x1]
#   stop:
#       wfi
#       b stop
_AARCH64: Final = bytes.fromhex(
    "0000a8d202208052000000f90004409142040071a1ffff540000a8d202208052030040f97f0000eb"
    "01020054000440914204007161ffff540120a1d2830c8052230000b9df3f03d5230c8052230000b9"
    "02109e52425fa07242040071e1ffff54c30e8052230000b97f2003d5ffffff17"
)


def firmware(architecture: Architecture) -> bytes:
    """An image for -bios."""
    if architecture == "aarch64":
        return _AARCH64
    # The smallest that QEMU takes; it ends at 4 GiB, with the reset vector in its last 16 bytes.
    return _X86.rjust(65536, b"\xf4")


def device_arguments(architecture: Architecture, chardev: str) -> list[str]:
    """What lets the code speak to a character device."""
    if architecture == "aarch64":
        return ["-serial", f"chardev:{chardev}"]
    return ["-device", f"isa-debugcon,chardev={chardev},iobase={DEBUG_PORT:#x}"]
